// SPDX-License-Identifier: Apache-2.0
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/messagetext.h"

#include <cerrno>
#include <map>
#include <string>

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace modelcrate;

namespace {

/// Says a few patterns as another language would: parts in another order, other ends of sentences.
class Other final : public QTranslator {
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        static const std::map<std::string, QString> messages{
            {"cannot open %1", QStringLiteral("无法打开 %1")},
            {"%1: %2", QStringLiteral("%1：%2")},
            {"Permission denied", QStringLiteral("权限不够")},
            {"%1 answered %2 when %3: %4", QStringLiteral("在%3时，%1 返回 %2：%4")},
            {"asking for %1", QStringLiteral("查询 %1 ")},
        };
        static const std::map<std::string, QString> texts{{"%1.", QStringLiteral("%1。")}};
        const auto &known = std::string_view(context) == "modelcrate::Message" ? messages : texts;
        const auto found = known.find(source);
        return found == known.end() ? QString() : found->second;
    }
    bool isEmpty() const override { return false; }
};

Message answer(const std::string &said)
{
    return Message::of("%1 answered %2 when %3: %4", "ghcr.io", 403, Message::of("asking for %1", "a:v1"), said);
}

} // namespace

class TestMessageText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(QCoreApplication::installTranslator(&m_other)); }
    void cleanup() { QCoreApplication::removeTranslator(&m_other); }
    void patternsAreTranslated();
    void withoutACatalogueItIsTheEnglish();
    void strangersKeepTheirWords();
    void partsAreNoPatterns();
    void longPartsLeaveRoom();
    void namesAreNoSecrets();
    void hostilePartsArePlain();
    void secretsAreLeftOut();
    void causesSpeakTheLanguage();
    void detailsStayEnglish();
    void sentencesEndOnce();

private:
    Other m_other;
};

void TestMessageText::patternsAreTranslated()
{
    QCOMPARE(messageText(systemError(EACCES, Message::of("cannot open %1", "/x/y")).wording()),
             QStringLiteral("无法打开 /x/y：权限不够"));
    QCOMPARE(messageText(answer("denied")), QStringLiteral("在查询 a:v1 时，ghcr.io 返回 403：denied"));
}

void TestMessageText::withoutACatalogueItIsTheEnglish()
{
    const auto message = systemError(EACCES, Message::of("cannot open %1", "/x/y")).wording();
    QCoreApplication::removeTranslator(&m_other);
    QCOMPARE(messageText(message), QString::fromStdString(message.text()));
    QCOMPARE(messageText(Message()), QString());
    QCOMPARE(messageText(std::string("a text")), QStringLiteral("a text"));
}

void TestMessageText::strangersKeepTheirWords()
{
    // Nobody's text is looked up, even if it reads like a pattern of ours.
    QCOMPARE(messageText(std::string("Permission denied")), QStringLiteral("Permission denied"));
    QCOMPARE(messageText(Message::of("cannot open %1", "Permission denied")),
             QStringLiteral("无法打开 Permission denied"));
    // A pattern that the catalogue does not have stays English, its parts need not.
    QCOMPARE(messageText(Message::of("trouble: %1", Message::of("Permission denied"))),
             QStringLiteral("trouble: 权限不够"));
}

void TestMessageText::partsAreNoPatterns()
{
    QCOMPARE(messageText(Message::of("%1: %2", "%2 %1 %n %L1 %", "%1")), QStringLiteral("%2 %1 %n %L1 %：%1"));
    QCOMPARE(messageText(answer("%1%2%3%4%9")), QStringLiteral("在查询 a:v1 时，ghcr.io 返回 403：%1%2%3%4%9"));
    const Error error(ErrorCode::Forbidden, Message::of("%1: %2", "%1", "%2"));
    QCOMPARE(errorText(error).cause, QStringLiteral("%1：%2。"));
    // A stored pattern may have places without parts.
    QCOMPARE(messageText(Message::remade("%1: %2", {Message("a")})), QStringLiteral("a：%2"));
}

void TestMessageText::longPartsLeaveRoom()
{
    const auto text = messageText(Message::of("%1: %2", std::string(100'000, 'a'), Message::of("Permission denied")));
    QVERIFY(text.size() < 1000);
    QVERIFY(text.endsWith(QStringLiteral("…：权限不够")));
    QVERIFY(messageText(std::string(100'000, 'a')).size() < 2100);
    // Characters are not cut apart.
    std::string many;
    for (int i = 0; i < 10'000; ++i)
        many += "型";
    for (const auto &shown : {messageText(many), messageText(Message::of("%1: %2", many, many)), redactedText(many)})
        QVERIFY2(!shown.contains(QLatin1Char('\\')) && !shown.contains(QChar(0xfffd)), qPrintable(shown.right(20)));
    // However deep, it ends.
    auto deep = Message::of("%1: %2", "a", "b");
    for (int i = 0; i < 12; ++i)
        deep = Message::of("%1: %2", deep, deep);
    QVERIFY(messageText(deep).size() < 2100);
}

void TestMessageText::namesAreNoSecrets()
{
    for (const std::string name : {"Basic Tutorial.ipynb", "basic training-data/a.csv", "signature"})
        QVERIFY(messageText(Message::of("cannot open %1", name)).contains(toQString(name)));
    QVERIFY(!messageText(Message("Authorization: Basic aHVudGVyMjpodW50ZXIy")).contains(QStringLiteral("aHVud")));
}

void TestMessageText::hostilePartsArePlain()
{
    const std::string hostile = "a\x1b[31m\u202e\nb\xff<b>c</b>";
    for (const auto &text : {messageText(hostile), messageText(Message::of("cannot open %1", hostile)),
                             errorText(Error(ErrorCode::Conflict, Message::of("%1: %2", hostile, hostile))).cause}) {
        for (const char16_t bad : {u'\u202e', u'\x1b', u'\n', u'\ufffd'})
            QVERIFY2(!text.contains(QChar(bad)), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("<b>c</b>")));
    }
}

void TestMessageText::secretsAreLeftOut()
{
    for (const std::string said :
         {"Bearer eyJhbGciOiJSUzI1NiJ9.hunter2", "password=hunter2!", "https://bot:hunter2@ghcr.io/"}) {
        for (const auto &text : {messageText(said), messageText(answer(said)),
                                 errorText(Error(ErrorCode::Conflict, answer(said))).cause})
            QVERIFY2(!text.contains(QStringLiteral("hunter2")), qPrintable(text));
    }
    // Also when it is only one once it is joined.
    const auto joined = Message::of("%1=%2", "password", "hunter2");
    QVERIFY(!errorText(Error(ErrorCode::Conflict, joined)).cause.contains(QStringLiteral("hunter2")));
}

void TestMessageText::causesSpeakTheLanguage()
{
    const Error error(ErrorCode::Conflict, answer("denied"));
    const auto text = errorText(error);
    QCOMPARE(text.cause, QStringLiteral("在查询 a:v1 时，ghcr.io 返回 403：denied。"));
    // Who is meant is found although the sentence begins with something else.
    QCOMPARE(errorText(Error(ErrorCode::Unauthorized, answer("denied"))).title,
             QStringLiteral("ghcr.io needs a sign-in"));
}

void TestMessageText::detailsStayEnglish()
{
    const auto details = errorText(Error(ErrorCode::Conflict, answer("denied"))).details;
    QVERIFY2(details.startsWith(QStringLiteral("ghcr.io answered 403 when asking for a:v1: denied\n")),
             qPrintable(details));
}

void TestMessageText::sentencesEndOnce()
{
    const auto cause = [](const Message &message) { return errorText(Error(ErrorCode::Conflict, message)).cause; };
    QCOMPARE(cause(Message("It is so.")), QStringLiteral("It is so."));
    QCOMPARE(cause(Message("是的。")), QStringLiteral("是的。"));
    QCOMPARE(cause(Message("and so on…")), QStringLiteral("And so on…"));
    QCOMPARE(cause(Message("it is so")), QStringLiteral("It is so。"));
    QCOMPARE(cause(Message()), QString());
    QCoreApplication::removeTranslator(&m_other);
    QCOMPARE(cause(Message("it is so")), QStringLiteral("It is so."));
}

QTEST_GUILESS_MAIN(TestMessageText)
#include "tst_messagetext.moc"
