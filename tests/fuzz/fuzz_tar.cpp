// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "io/tarreader.h"

#include <array>

using namespace modelcrate;

namespace {

/// Reads member by member; tells how many bytes of data came out.
std::size_t readMembers(TarReader &reader)
{
    std::array<std::byte, 1000> buffer; // no divisor of a block, so that reads cross block ends
    std::size_t total = 0;
    for (;;) {
        const auto member = reader.next();
        if (!member || !*member)
            break;
        MUST(!(*member)->path.toString().empty() && (*member)->path.toString().front() != '/');
        std::size_t ofMember = 0;
        for (;;) {
            const auto read = reader.readData(buffer);
            if (!read || *read == 0)
                break;
            ofMember += *read;
        }
        MUST(ofMember <= (*member)->size.asUnsigned());
        total += ofMember;
    }
    return total;
}

} // namespace

void fuzz(std::string_view input)
{
    const auto source = makeStringSource(std::string(input));
    TarReader reader(*source);
    MUST(readMembers(reader) <= input.size());
    static_cast<void>(reader.drain());

    const auto again = makeStringSource(std::string(input));
    static_cast<void>(checkTar(*again));
}
