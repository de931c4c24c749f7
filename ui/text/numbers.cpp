// SPDX-License-Identifier: Apache-2.0
#include "ui/text/numbers.h"

#include "ui/text/convert.h"

#include <array>
#include <atomic>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::Numbers)
};

std::atomic<SizeUnits> chosenUnits{SizeUnits::Si};

// Units are not translated: they are symbols of the SI and of IEC 80000-13.
constexpr std::array siUnits{"B", "kB", "MB", "GB", "TB", "PB", "EB"};
constexpr std::array iecUnits{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

struct Scaled {
    double value;
    std::size_t unit;
};

/// Into the unit where at most three digits stand before the point, also after rounding: 999,950 is 1.00 MB, not 1000
/// kB.
Scaled scale(double bytes, double base)
{
    Scaled scaled{bytes, 0};
    while (scaled.value >= 999.5 && scaled.unit + 1 < siUnits.size()) {
        scaled.value /= base;
        ++scaled.unit;
    }
    return scaled;
}

/// Decimals that make three significant digits of `value`, again after rounding: 9.996 is 10.0.
int decimalsForThreeDigits(double value)
{
    if (value < 0.9995)
        return 3;
    return value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
}

QString withUnit(const QString &number, std::size_t unit)
{
    const auto *name = sizeUnits() == SizeUnits::Si ? siUnits[unit] : iecUnits[unit];
    // A size stays one left-to-right piece in a text that runs from the right.
    const auto start = QLocale().textDirection() == Qt::RightToLeft ? QString(QChar(0x200e)) : QString();
    return start + number + QLatin1Char(' ') + QLatin1String(name);
}

double base() { return sizeUnits() == SizeUnits::Si ? 1000.0 : 1024.0; }

} // namespace

void setSizeUnits(SizeUnits units) { chosenUnits = units; }

SizeUnits sizeUnits() { return chosenUnits; }

QString formatBytes(ByteCount bytes)
{
    const auto scaled = scale(static_cast<double>(bytes.value()), base());
    if (scaled.unit == 0)
        return withUnit(QLocale().toString(static_cast<qlonglong>(bytes.value())), 0);
    return withUnit(QLocale().toString(scaled.value, 'f', decimalsForThreeDigits(scaled.value)), scaled.unit);
}

QString formatRate(double bytesPerSecond)
{
    // A rate jumps ten times a second: more digits would only flicker.
    const bool usable = std::isfinite(bytesPerSecond) && bytesPerSecond > 0;
    const auto scaled = scale(usable ? bytesPerSecond : 0, base());
    const int decimals = scaled.unit == 0 || scaled.value >= 99.95 ? 0 : 1;
    //: A rate: %1 is "9.6 MB"
    return Text::tr("%1/s").arg(withUnit(QLocale().toString(scaled.value, 'f', decimals), scaled.unit));
}

QString formatDuration(std::chrono::seconds duration)
{
    const QLocale locale;
    const qint64 seconds = std::max<qint64>(0, duration.count());
    if (seconds < 60)
        return Text::tr("%1 s", "seconds").arg(locale.toString(seconds));
    const qint64 minutes = seconds / 60 + (seconds % 60 >= 30 ? 1 : 0);
    if (minutes < 60)
        return Text::tr("%1 min", "minutes").arg(locale.toString(minutes));
    const qint64 hours = minutes / 60;
    if (hours < 24) {
        if (minutes % 60 == 0)
            return Text::tr("%1 h", "hours").arg(locale.toString(hours));
        return Text::tr("%1 h %2 min", "hours and minutes").arg(locale.toString(hours), locale.toString(minutes % 60));
    }
    if (hours % 24 == 0)
        return Text::tr("%1 d", "days").arg(locale.toString(hours / 24));
    return Text::tr("%1 d %2 h", "days and hours").arg(locale.toString(hours / 24), locale.toString(hours % 24));
}

QString formatCount(std::int64_t count) { return QLocale().toString(static_cast<qlonglong>(count)); }

QString formatPercent(ByteCount done, ByteCount total)
{
    int percent = 100;
    if (done != total) {
        const double share =
            total.value() == 0 ? 1.0 : static_cast<double>(done.value()) / static_cast<double>(total.value());
        percent = std::min(99, static_cast<int>(std::floor(std::min(share, 1.0) * 100)));
    }
    const QLocale locale;
    //: %1 is a number, %2 the percent sign; many languages put a no-break space between them
    return Text::tr("%1%2", "percent").arg(locale.toString(percent), locale.percent());
}

QString shortDigest(const Digest &digest)
{
    const auto &hex = digest.hex();
    return toQString(digest.algorithmName()) + QLatin1Char(':') + toQString(hex.substr(0, 12)) + QChar(0x2026)
        + toQString(hex.substr(hex.size() - 6));
}

} // namespace modelcrate
