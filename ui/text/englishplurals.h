// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

namespace modelcrate {

/// Sources write "%n file(s) are gone": this makes "1 file is gone" and "3 files are gone" of it. Install it first, so
/// that the translator of another language, installed after it, is asked before.
class EnglishPlurals final : public QTranslator {
public:
    using QTranslator::QTranslator;

    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;
    bool isEmpty() const override { return false; }
};

} // namespace modelcrate
