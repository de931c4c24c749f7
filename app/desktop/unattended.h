// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace modelcrate {

class MainWindow;
struct Services;

/// Does the whole job through the window, for a machine without a display: waits for the package that is being opened,
/// goes to its publish page, publishes, prints reference and digest, saves a picture of the window with the files and
/// ends the program; with status 1 and the reason when it fails or takes longer than ten minutes.
class UnattendedRun : public QObject {
    Q_OBJECT

public:
    UnattendedRun(MainWindow &window, Services &services, QString target, QString picture);

private:
    void watch();
    void planned();
    void finished(qint64 id);
    void settled();
    void savePicture();
    void fail(const QString &why);

    MainWindow &m_window;
    Services &m_services;
    QString m_target; ///< empty: what the page proposes
    QString m_picture;
    QTimer m_limit;
    QTimer m_settle; ///< between the end of the publish and the picture
    bool m_started = false;
};

} // namespace modelcrate
