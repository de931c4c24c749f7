// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifact.h"
#include "modelpack/fileclassifier.h"
#include "modelpack/layerkind.h"

#include <QString>

namespace modelcrate {

QString kindText(LayerKind kind); ///< "weight"
QString artifactKindText(ArtifactKind kind); ///< "ModelPack", "KitOps", "Docker model", "Image", "Other"
QString encodingText(LayerEncoding encoding); ///< "raw", "tar", "tar + gzip", "tar + zstd"
/// Why a file is sorted as it is: "Rule *.safetensors (built in)"; `rule` is Classification::rule, "user" for a choice.
QString ruleText(std::string_view rule);
QString certaintyText(Certainty certainty); ///< "certain", "likely", "a guess: please look"
/// "Git data", "Named in .modelignore: *.tmp", "Leads out of the folder: ../x".
QString exclusionText(const ExcludedPath &excluded);

} // namespace modelcrate
