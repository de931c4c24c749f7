// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/infobar.h"

#include <functional>
#include <optional>
#include <vector>

#include <QStringList>

namespace modelcrate {

struct PublishSituation;

/// The one sentence about a publish that matters most now, and what can be done about it; gone when there is none. GUI
/// thread.
class PublishBanner : public InfoBar {
    Q_OBJECT

public:
    explicit PublishBanner(QWidget *parent = nullptr);

    /// Nothing moves while it says the same: a button under somebody's pointer must not be replaced ten times a second.
    void refresh(const PublishSituation &now);

Q_SIGNALS:
    void signInRequested();
    void askAgainRequested();
    void compareRequested();
    void publishAsNextRequested(); ///< under the next tag that is free
    void publishOverRequested(); ///< what the tag stands for now

private:
    struct Content {
        std::optional<Kind> kind = {}; ///< nothing: there is nothing to say
        QString strong = {};
        QString text = {};
        const Error *error = nullptr; ///< in place of the texts
        struct Action {
            QString text;
            QString name;
            std::function<void()> run;
        };
        std::vector<Action> actions = {};
    };
    Content contentOf(const PublishSituation &now);
    Content ofPlan(const PublishSituation &now);
    Content ofMovedTag(const PublishSituation &now);
    Content ofError(const Error &error);
    static Content ofSending(const PublishSituation &now);
    Content ofStopped(const PublishSituation &now);
    static Content ofPublished(const PublishSituation &now);

    QStringList m_said; ///< all that it says now
};

} // namespace modelcrate
