// SPDX-License-Identifier: Apache-2.0
#include "io/unicode.h"

#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace modelcrate {

namespace {

const utf8proc_uint8_t *bytesOf(std::string_view text)
{
    return reinterpret_cast<const utf8proc_uint8_t *>(text.data());
}

std::string mapped(std::string_view text, int options)
{
    utf8proc_uint8_t *raw = nullptr;
    const auto length = utf8proc_map(bytesOf(text), static_cast<utf8proc_ssize_t>(text.size()), &raw,
                                     static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(raw, &std::free);
    if (length < 0)
        return std::string(text);
    return std::string(reinterpret_cast<const char *>(raw), static_cast<std::size_t>(length));
}

} // namespace

bool isValidUtf8(std::string_view text)
{
    while (!text.empty()) {
        utf8proc_int32_t codePoint = 0;
        const auto length = utf8proc_iterate(bytesOf(text), static_cast<utf8proc_ssize_t>(text.size()), &codePoint);
        if (length <= 0 || codePoint < 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(length));
    }
    return true;
}

std::string nfcCaseFold(std::string_view text)
{
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string toNfc(std::string_view text) { return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE); }

} // namespace modelcrate
