// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "modelpack/artifact.h"
#include "modelpack/validate.h"
#include "oci/manifest.h"
#include "oci/validate.h"

using namespace modelcrate;

namespace {

void checkDescriptor(const Descriptor &descriptor)
{
    const auto again = parseDescriptor(toJson(descriptor));
    MUST(again.has_value());
    MUST(again->refersToSame(descriptor));
    static_cast<void>(parseLayerMediaType(descriptor.mediaType.toString()));
    if (const std::string *metadata = findAnnotation(descriptor.annotations, modelpack::fileMetadata))
        static_cast<void>(parseFileMetadata(*metadata));
}

} // namespace

void fuzz(std::string_view input)
{
    static_cast<void>(validateOciManifest(input));
    static_cast<void>(validateManifest(input));

    const auto manifest = parseImageManifest(std::string(input));
    if (!manifest)
        return;
    MUST(manifest->bytes == input);
    MUST(manifest->digest == Digest::sha256Of(input));
    MUST(!parseImageIndex(std::string(input)).has_value());
    checkDescriptor(manifest->config);
    for (const Descriptor &layer : manifest->layers)
        checkDescriptor(layer);
    static_cast<void>(describeForeignArtifact(*manifest));
}
