// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/jobs/transfertext.h"
#include "ui/transfers/transferssummary.h"

#include <array>

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QSpinBox;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace modelcrate {

class InfoBar;
class TransfersDelegate;
class TransfersModel;

/// The queue: what runs, waits, failed and is finished, with all that can be done about it. Also brings the settings
/// for parallelism and rate to the queue.
class TransfersPage : public QWidget {
    Q_OBJECT

public:
    explicit TransfersPage(Services &services, QWidget *parent = nullptr);
    ~TransfersPage() override;

    /// Selects a transfer and brings it into view; false when it is not in the list.
    bool showTransfer(qint64 id);
    qint64 currentTransfer() const; ///< 0: none
    /// For the menu of the window: they act on the current transfer, then on all.
    QList<QAction *> actions() const;
    QAction *pauseOrResumeAction() const { return m_pauseOrResume; } ///< of the list alone, whichever can be done

Q_SIGNALS:
    void summaryChanged(const TransfersSummary &summary);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeList();
    QWidget *makeEmpty();
    QWidget *makeDetails();
    QWidget *makeFoot();
    void makeActions();
    void showMenu(const QPoint &position);
    void perform(qint64 id, TransferCommand command);
    void refresh();
    void refreshRows();
    void refreshDetails();
    void refreshOffers();
    void applySettings();
    void applyLook();
    const Transfer *current() const;

    Services &m_services;
    TransfersModel *m_model;
    TransfersDelegate *m_delegate;
    QTableView *m_view;
    QStackedWidget *m_stack;
    QLabel *m_summaryLabel;
    InfoBar *m_offer;
    InfoBar *m_notKept;
    QWidget *m_details;
    QLabel *m_detailsTitle;
    QLabel *m_detailsText;
    QLabel *m_emptyPicture;
    QLabel *m_emptyText = nullptr;
    QSpinBox *m_parallel;
    QComboBox *m_rateLimit;
    std::array<QAction *, transferCommandCount> m_commands{};
    QAction *m_pauseOrResume; ///< one key for both
    QAction *m_pauseAll;
    QAction *m_resumeAll;
    QAction *m_clear;
    qint64 m_selected = 0; ///< kept while its row moves
    bool m_rowsMove = false;
    bool m_saidNotKept = false;
    TransfersSummary m_summary;
    int m_offered = 0;
};

} // namespace modelcrate
