<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>main</name>
    <message>
        <source>Packages AI models as ModelPack artifacts and moves them to and from OCI registries.</source>
        <translation>Verpackt KI-Modelle als ModelPack-Artefakte und bewegt sie in OCI-Registrys und aus ihnen heraus.</translation>
    </message>
    <message>
        <source>A model folder or a *.modelcrate.json package.</source>
        <translation>Ein Modellordner oder ein Paket *.modelcrate.json.</translation>
    </message>
    <message>
        <source>Publish the path through the window, print reference and digest, and end.</source>
        <translation>Den Pfad über das Fenster veröffentlichen, Referenz und Digest ausgeben und enden.</translation>
    </message>
    <message>
        <source>With --publish-to: save a picture of the window.</source>
        <translation>Mit --publish-to: ein Bild des Fensters speichern.</translation>
    </message>
</context>
<context>
    <name>modelcrate::AccessSteps</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>May pull</source>
        <translation>Darf herunterladen</translation>
    </message>
    <message>
        <source>May push</source>
        <translation>Darf veröffentlichen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>Plain HTTP, not encrypted</source>
        <translation>Einfaches HTTP, unverschlüsselt</translation>
    </message>
    <message>
        <source>Asks for no sign-in</source>
        <translation>Verlangt keine Anmeldung</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>No such repository yet</source>
        <translation>Dieses Repository gibt es noch nicht</translation>
    </message>
    <message>
        <source>%1: being tried</source>
        <translation>%1: wird versucht</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1: %2. %3 %4</source>
        <translation>%1: %2. %3 %4</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain</source>
        <translation>Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird versucht…</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>The registry keeps the empty upload until it expires</source>
        <translation>Die Registry behält den leeren Upload, bis er abläuft</translation>
    </message>
</context>
<context>
    <name>modelcrate::AccountForm</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Passwort oder Token</translation>
    </message>
    <message>
        <source>Use an access token in place of the password where the registry offers one.</source>
        <translation>Statt des Passworts ein Zugriffstoken verwenden, wo die Registry eines anbietet.</translation>
    </message>
    <message>
        <source>Where the password is kept</source>
        <translation>Wo das Passwort aufbewahrt wird</translation>
    </message>
    <message>
        <source>Why the sign-in failed</source>
        <translation>Warum die Anmeldung fehlschlug</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password or token</source>
        <translation>&amp;Passwort oder Token</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Aufbewahren</translation>
    </message>
    <message>
        <source>In the desktop&apos;s keychain</source>
        <translation>Im Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Where Docker keeps it</source>
        <translation>Wo Docker es aufbewahrt</translation>
    </message>
    <message>
        <source>Encrypted; for Modelcrate&apos;s window.</source>
        <translation>Verschlüsselt; für das Fenster von Modelcrate.</translation>
    </message>
    <message>
        <source>For docker, podman and modelcrate-cli too. Not encrypted, unless Docker has a credential helper.</source>
        <translation>Auch für docker, podman und modelcrate-cli. Unverschlüsselt, sofern Docker kein Hilfsprogramm für Anmeldedaten hat.</translation>
    </message>
    <message>
        <source>Nothing is written; the password is forgotten when Modelcrate ends.</source>
        <translation>Nichts wird geschrieben; das Passwort ist vergessen, wenn Modelcrate endet.</translation>
    </message>
</context>
<context>
    <name>modelcrate::AccountSettings</name>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain</source>
        <translation>Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>The variable %1</source>
        <translation>Die Variable %1</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Unverschlüsselt</translation>
    </message>
    <message>
        <source>Authority of its own</source>
        <translation>Eigene Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Aufbewahrt in</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Accounts of registries</source>
        <translation>Konten von Registrys</translation>
    </message>
    <message>
        <source>No accounts are found: neither docker nor podman is signed in to a registry, and no registry was used yet. Public models can be pulled without an account; to publish, sign in.</source>
        <translation>Keine Konten gefunden: Weder docker noch podman ist an einer Registry angemeldet, und noch keine Registry wurde verwendet. Öffentliche Modelle lassen sich ohne Konto herunterladen; zum Veröffentlichen anmelden.</translation>
    </message>
    <message>
        <source>Sign &amp;In…</source>
        <translation>&amp;Anmelden…</translation>
    </message>
    <message>
        <source>Sign &amp;Out</source>
        <translation>A&amp;bmelden</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Erneut suchen</translation>
    </message>
    <message>
        <source>Reads Docker&apos;s and Podman&apos;s files and asks their helpers once more</source>
        <translation>Liest die Dateien von Docker und Podman und fragt ihre Hilfsprogramme noch einmal</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Registry to sign in to</source>
        <translation>Registry für die Anmeldung</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use &amp;plain HTTP: passwords and files are not encrypted on the way</source>
        <translation>&amp;Einfaches HTTP verwenden: Passwörter und Dateien sind unterwegs unverschlüsselt</translation>
    </message>
    <message>
        <source>Use plain HTTP, not encrypted</source>
        <translation>Einfaches HTTP verwenden, unverschlüsselt</translation>
    </message>
    <message>
        <source>Certificate authority:</source>
        <translation>Zertifizierungsstelle:</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Choose a file with certificate authorities</source>
        <translation>Eine Datei mit Zertifizierungsstellen wählen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Trust only the system&apos;s certificate authorities</source>
        <translation>Nur den Zertifizierungsstellen des Systems vertrauen</translation>
    </message>
    <message>
        <source>Repository whose rights are tested</source>
        <translation>Repository, dessen Rechte geprüft werden</translation>
    </message>
    <message>
        <source>team/model, to test pull and push too</source>
        <translation>team/model, um auch Herunterladen und Veröffentlichen zu prüfen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Test the way to the registry</source>
        <translation>Den Weg zur Registry prüfen</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Kein Konto</translation>
    </message>
    <message>
        <source>with a token</source>
        <translation>mit einem Token</translation>
    </message>
    <message>
        <source>%1 — not used</source>
        <translation>%1 – nicht verwendet</translation>
    </message>
    <message>
        <source>%1 is not used: an account of another place comes before it</source>
        <translation>%1 wird nicht verwendet: Ein Konto von anderer Stelle kommt davor</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>Another program keeps this account: sign out there</source>
        <translation>Ein anderes Programm bewahrt dieses Konto auf: dort abmelden</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Signed in to %1.</source>
        <translation>Angemeldet an %1.</translation>
    </message>
    <message>
        <source>It asks nobody for a password here, so the password was not tested.</source>
        <translation>Sie verlangt hier von niemandem ein Passwort, daher wurde das Passwort nicht geprüft.</translation>
    </message>
    <message>
        <source>Signed out of %1.</source>
        <translation>Abgemeldet von %1.</translation>
    </message>
    <message>
        <source>Certificate Authority of %1</source>
        <translation>Zertifizierungsstelle von %1</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The registry does not take this user and password.</source>
        <translation>Die Registry nimmt diesen Benutzer mit diesem Passwort nicht an.</translation>
    </message>
</context>
<context>
    <name>modelcrate::ActivityBox</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>What happened in this transfer</source>
        <translation>Was in diesem Transfer geschah</translation>
    </message>
</context>
<context>
    <name>modelcrate::AnnotationsModel</name>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Add a key…</source>
        <translation>Schlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>abgeleitet</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>No file of this package is called &quot;%1&quot;.</source>
        <translation>Keine Datei dieses Pakets heißt „%1“.</translation>
    </message>
    <message>
        <source>move an annotation</source>
        <translation>Annotation verschieben</translation>
    </message>
    <message>
        <source>delete annotations</source>
        <translation>Annotationen löschen</translation>
    </message>
</context>
<context>
    <name>modelcrate::AnnotationsPage</name>
    <message>
        <source>when it was built, by RFC 3339</source>
        <translation>wann es gebaut wurde, nach RFC 3339</translation>
    </message>
    <message>
        <source>people or organizations that answer for it</source>
        <translation>Personen oder Organisationen, die dafür einstehen</translation>
    </message>
    <message>
        <source>its web page</source>
        <translation>die Webseite dazu</translation>
    </message>
    <message>
        <source>where its documentation is</source>
        <translation>wo die Dokumentation ist</translation>
    </message>
    <message>
        <source>where its sources are</source>
        <translation>wo die Quellen sind</translation>
    </message>
    <message>
        <source>the version of what is packaged</source>
        <translation>die Version des Inhalts</translation>
    </message>
    <message>
        <source>the commit of its sources</source>
        <translation>der Commit der Quellen</translation>
    </message>
    <message>
        <source>who distributes it</source>
        <translation>wer es verteilt</translation>
    </message>
    <message>
        <source>an SPDX licence expression</source>
        <translation>ein SPDX-Lizenzausdruck</translation>
    </message>
    <message>
        <source>the name of a tag in a layout on disk</source>
        <translation>der Name eines Tags in einem Layout auf dem Datenträger</translation>
    </message>
    <message>
        <source>its title for people; of a layer, the file name</source>
        <translation>der Titel für Menschen; bei einem Layer der Dateiname</translation>
    </message>
    <message>
        <source>what it is, in a few sentences</source>
        <translation>was es ist, in wenigen Sätzen</translation>
    </message>
    <message>
        <source>the digest of what it is built on</source>
        <translation>der Digest dessen, worauf es aufbaut</translation>
    </message>
    <message>
        <source>the reference of what it is built on</source>
        <translation>die Referenz dessen, worauf es aufbaut</translation>
    </message>
    <message>
        <source>of a layer: the path of its file</source>
        <translation>bei einem Layer: der Pfad seiner Datei</translation>
    </message>
    <message>
        <source>of a layer: mode, times and owner of its file</source>
        <translation>bei einem Layer: Rechte, Zeiten und Eigentümer seiner Datei</translation>
    </message>
    <message>
        <source>of a layer: its kind is a guess</source>
        <translation>bei einem Layer: seine Art ist eine Vermutung</translation>
    </message>
    <message>
        <source>Has no key</source>
        <translation>Hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>This looks like a token: everybody who can read the package will see it</source>
        <translation>Das sieht wie ein Token aus: Alle, die das Paket lesen können, sehen es</translation>
    </message>
    <message>
        <source>The key is there twice</source>
        <translation>Der Schlüssel kommt doppelt vor</translation>
    </message>
    <message>
        <source>Reserved, and no specification defines this key</source>
        <translation>Reserviert, und keine Spezifikation definiert diesen Schlüssel</translation>
    </message>
    <message>
        <source>Has no value</source>
        <translation>Hat keinen Wert</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep file times</source>
        <translation>Dateizeiten behalten</translation>
    </message>
    <message>
        <source>Write OCI annotations</source>
        <translation>OCI-Annotationen schreiben</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Write the time of each file&apos;s last change instead of a constant. Packages made twice then differ.</source>
        <translation>Die Zeit der letzten Änderung jeder Datei statt einer festen schreiben. Zweimal verpackt, unterscheiden sich die Pakete dann.</translation>
    </message>
    <message>
        <source>Repeat version, licences and the like as org.opencontainers.image.* for other tools.</source>
        <translation>Version, Lizenzen und Ähnliches für andere Werkzeuge als org.opencontainers.image.* wiederholen.</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>Nichts wurde eingefügt.</translation>
    </message>
    <message>
        <source>Paste lines of key=value, or a JSON object.</source>
        <translation>Zeilen der Form key=value oder ein JSON-Objekt einfügen.</translation>
    </message>
    <message>
        <source>The annotations are large.</source>
        <translation>Die Annotationen sind groß.</translation>
    </message>
    <message>
        <source>%1 together; registries and clients may refuse more than %2.</source>
        <translation>Zusammen %1; Registrys und Clients können mehr als %2 ablehnen.</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactAnnotations</name>
    <message>
        <source>Annotations of the manifest</source>
        <translation>Annotationen des Manifests</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactFiles</name>
    <message>
        <source>Layers of the artifact</source>
        <translation>Layer des Artefakts</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Packaging</source>
        <translation>Verpackung</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more: the JSON of the manifest has all</source>
        <translation>
            <numerusform>%Ln weiterer Eintrag: alle stehen im JSON des Manifests</numerusform>
            <numerusform>%Ln weitere Einträge: alle stehen im JSON des Manifests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactMetadata</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Metadata of the artifact</source>
        <translation>Metadaten des Artefakts</translation>
    </message>
    <message>
        <source>The rest stands in the JSON.</source>
        <translation>Der Rest steht im JSON.</translation>
    </message>
    <message>
        <source>Other members</source>
        <translation>Weitere Elemente</translation>
    </message>
    <message>
        <source>The config says nothing about the artifact.</source>
        <translation>Die Config sagt nichts über das Artefakt.</translation>
    </message>
    <message>
        <source>The config is not kept on this computer.</source>
        <translation>Die Config liegt nicht auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactOverview</name>
    <message>
        <source>README</source>
        <translation>README</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are not loaded.</source>
        <translation>
            <numerusform>%n Bild wird nicht geladen.</numerusform>
            <numerusform>%n Bilder werden nicht geladen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the README…</source>
        <translation>README wird gelesen…</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactPage</name>
    <message>
        <source>Pull…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <source>Pull into a folder</source>
        <translation>In einen Ordner herunterladen</translation>
    </message>
    <message>
        <source>Copy the reference with its digest</source>
        <translation>Referenz mit Digest kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy reference, digest or a command</source>
        <translation>Referenz, Digest oder einen Befehl kopieren</translation>
    </message>
    <message>
        <source>Parts of the artifact</source>
        <translation>Teile des Artefakts</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>Only ModelPack artifacts can be pulled into a folder.</source>
        <translation>Nur ModelPack-Artefakte lassen sich in einen Ordner herunterladen.</translation>
    </message>
    <message numerus="yes">
        <source>An index of %n artifact(s).</source>
        <translation>
            <numerusform>Ein Index mit %n Artefakt.</numerusform>
            <numerusform>Ein Index mit %n Artefakten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not a ModelPack artifact, but %1.</source>
        <translation>Kein ModelPack-Artefakt, sondern %1.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Reference with Digest</source>
        <translation>Referenz mit Digest</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Command for %1</source>
        <translation>Befehl für %1</translation>
    </message>
    <message>
        <source>No README in this artifact</source>
        <translation>Keine README in diesem Artefakt</translation>
    </message>
    <message>
        <source>The README cannot be shown</source>
        <translation>Die README lässt sich nicht anzeigen</translation>
    </message>
    <message>
        <source>Referrers (%1)</source>
        <translation>Verweise (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The registry cannot be reached.</source>
        <translation>Die Registry ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactPane</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare the two artifacts</source>
        <translation>Die beiden Artefakte vergleichen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>B&amp;earbeiten…</translation>
    </message>
    <message>
        <source>Edit the published model</source>
        <translation>Das veröffentlichte Modell bearbeiten</translation>
    </message>
    <message>
        <source>Delete Tag…</source>
        <translation>Tag löschen…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Choose an artifact, or type a reference above.</source>
        <translation>Ein Artefakt wählen oder oben eine Referenz eingeben.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Offline, as of %1.</source>
        <translation>Offline, Stand %1.</translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No artifact</source>
        <translation>Kein Artefakt</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactReferrers</name>
    <message>
        <source>What refers to the artifact</source>
        <translation>Was auf das Artefakt verweist</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Signature (cosign)</source>
        <translation>Signatur (cosign)</translation>
    </message>
    <message>
        <source>Signature (sigstore)</source>
        <translation>Signatur (sigstore)</translation>
    </message>
    <message>
        <source>Signature (Notary)</source>
        <translation>Signatur (Notary)</translation>
    </message>
    <message>
        <source>Attestation (in-toto)</source>
        <translation>Nachweis (in-toto)</translation>
    </message>
    <message>
        <source>Bill of materials</source>
        <translation>Stückliste</translation>
    </message>
</context>
<context>
    <name>modelcrate::BottomPanel</name>
    <message>
        <source>Problems and Activity</source>
        <translation>Probleme und Aktivität</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>What Does This &amp;Mean?</source>
        <translation>Was &amp;bedeutet das?</translation>
    </message>
    <message>
        <source>Shift+F1</source>
        <translation>Shift+F1</translation>
    </message>
    <message>
        <source>What does this mean?</source>
        <translation>Was bedeutet das?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing stands in the way of a publish.</source>
        <translation>Nichts steht dem Veröffentlichen im Weg.</translation>
    </message>
    <message>
        <source>No package is open.</source>
        <translation>Kein Paket ist geöffnet.</translation>
    </message>
</context>
<context>
    <name>modelcrate::BottomStrip</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>Probleme %1</translation>
    </message>
    <message>
        <source>Transfers %1</source>
        <translation>Transfers %1</translation>
    </message>
</context>
<context>
    <name>modelcrate::BundleOffer</name>
    <message numerus="yes">
        <source>%Ln layers are more than registries and tools take.</source>
        <translation>
            <numerusform>%Ln Layer sind mehr, als Registrys und Werkzeuge annehmen.</numerusform>
            <numerusform>%Ln Layer sind mehr, als Registrys und Werkzeuge annehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Small files can share a layer: one tar for each folder.</source>
        <translation>Kleine Dateien können sich einen Layer teilen: ein tar je Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>Bundle %Ln folder(s)</source>
        <translation>
            <numerusform>%Ln Ordner bündeln</numerusform>
            <numerusform>%Ln Ordner bündeln</numerusform>
        </translation>
    </message>
    <message>
        <source>bundle folders</source>
        <translation>Ordner bündeln</translation>
    </message>
</context>
<context>
    <name>modelcrate::ByteBar</name>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Received earlier</source>
        <translation>Früher empfangen</translation>
    </message>
    <message>
        <source>Exists</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Mounted</source>
        <translation>Eingebunden</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a word like &quot;Sent&quot;, %2 a size</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>modelcrate::CheckList</name>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>What does this mean?</source>
        <translation>Was bedeutet das?</translation>
    </message>
</context>
<context>
    <name>modelcrate::CommandPalette</name>
    <message>
        <source>Command, package or registry</source>
        <translation>Befehl, Paket oder Registry</translation>
    </message>
    <message>
        <source>Type a command, a package or a registry</source>
        <translation>Befehl, Paket oder Registry eingeben</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
</context>
<context>
    <name>modelcrate::CompareBars</name>
    <message>
        <source>Same %1, changed from %2 to %3, added %4, removed %5</source>
        <translation>Gleich %1, geändert von %2 auf %3, neu %4, entfernt %5</translation>
    </message>
    <message>
        <source>Same bytes</source>
        <translation>Gleiche Bytes</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>, not hashed yet %1</source>
        <translation>, noch nicht gehasht %1</translation>
    </message>
    <message>
        <source>Not hashed yet</source>
        <translation>Noch nicht gehasht</translation>
    </message>
</context>
<context>
    <name>modelcrate::CompareModel</name>
    <message>
        <source>%1, was %2</source>
        <translation>%1, vorher %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>modelcrate::ComparePage</name>
    <message>
        <source>Reference, layout, folder or package</source>
        <translation>Referenz, Layout, Ordner oder Paket</translation>
    </message>
    <message>
        <source>The earlier artifact</source>
        <translation>Das frühere Artefakt</translation>
    </message>
    <message>
        <source>The later artifact</source>
        <translation>Das spätere Artefakt</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>Beide vertauschen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Fields and annotations that differ</source>
        <translation>Felder und Annotationen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Layers of both artifacts</source>
        <translation>Layer beider Artefakte</translation>
    </message>
    <message>
        <source>Choose two artifacts to compare: tags, digests, layouts, or a folder that is not published yet.</source>
        <translation>Zwei Artefakte zum Vergleichen wählen: Tags, Digests, Layouts oder einen noch nicht veröffentlichten Ordner.</translation>
    </message>
    <message>
        <source>Reading both…</source>
        <translation>Beide werden gelesen…</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Config and annotations are the same</source>
        <translation>Config und Annotationen sind gleich</translation>
    </message>
    <message numerus="yes">
        <source>Config and annotations, %n difference(s)</source>
        <translation>
            <numerusform>Config und Annotationen, %n Unterschied</numerusform>
            <numerusform>Config und Annotationen, %n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>Show layers: %1</source>
        <translation>Layer zeigen: %1</translation>
    </message>
    <message>
        <source>Export Comparison</source>
        <translation>Vergleich exportieren</translation>
    </message>
    <message>
        <source>Markdown (*.md);;JSON (*.json)</source>
        <translation>Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more: the export has all</source>
        <translation>
            <numerusform>%Ln weiterer Eintrag: der Export enthält alle</numerusform>
            <numerusform>%Ln weitere Einträge: der Export enthält alle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::CompareReport</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>%1 (was %2)</source>
        <translation>%1 (vorher %2)</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Other kind</source>
        <translation>Andere Art</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Not hashed yet</source>
        <translation>Noch nicht gehasht</translation>
    </message>
    <message>
        <source>same size</source>
        <translation>gleiche Größe</translation>
    </message>
    <message>
        <source>Shares %1 of %2</source>
        <translation>%1 von %2 gemeinsam</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) changed</source>
        <translation>
            <numerusform>%n Layer geändert</numerusform>
            <numerusform>%n Layer geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renamed</source>
        <translation>
            <numerusform>%n umbenannt</numerusform>
            <numerusform>%n umbenannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of another kind</source>
        <translation>
            <numerusform>%n von anderer Art</numerusform>
            <numerusform>%n von anderer Art</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not hashed yet</source>
        <translation>
            <numerusform>%n noch nicht gehasht</numerusform>
            <numerusform>%n noch nicht gehasht</numerusform>
        </translation>
    </message>
    <message>
        <source>All layers are the same.</source>
        <translation>Alle Layer sind gleich.</translation>
    </message>
    <message>
        <source>%1 of %2 is not in %3: %4.</source>
        <translation>%1 von %2 ist nicht in %3: %4.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Shares at least %1 of %2</source>
        <translation>Mindestens %1 von %2 gemeinsam</translation>
    </message>
    <message>
        <source>%1 of %2 is not in %3, %4 is not hashed yet: %5.</source>
        <translation>%1 von %2 ist nicht in %3, %4 ist noch nicht gehasht: %5.</translation>
    </message>
</context>
<context>
    <name>modelcrate::ComputerSettings</name>
    <message>
        <source>Local store</source>
        <translation>Lokaler Speicher</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>&amp;Usual Folder</source>
        <translation>&amp;Üblicher Ordner</translation>
    </message>
    <message>
        <source>&amp;Free Unused</source>
        <translation>Unbenutztes &amp;freigeben</translation>
    </message>
    <message>
        <source>Models that are published to This computer are kept here. Another folder holds from the next publish on; what is in the former one stays there. The command line uses the same folder.</source>
        <translation>Hier liegen Modelle, die auf diesem Computer veröffentlicht werden. Ein anderer Ordner gilt ab der nächsten Veröffentlichung; was im bisherigen liegt, bleibt dort. Die Befehlszeile verwendet denselben Ordner.</translation>
    </message>
    <message>
        <source>&amp;Choose Folder…</source>
        <translation>Ordner &amp;wählen…</translation>
    </message>
    <message>
        <source>Choose the folder of the local store</source>
        <translation>Den Ordner des lokalen Speichers wählen</translation>
    </message>
    <message>
        <source>Keep the local store in its usual folder</source>
        <translation>Den lokalen Speicher im üblichen Ordner halten</translation>
    </message>
    <message>
        <source>Remove what no model in the local store uses</source>
        <translation>Entfernen, was kein Modell im lokalen Speicher verwendet</translation>
    </message>
    <message>
        <source>Removes parts that no model uses any more. Parts younger than an hour stay, for transfers that run.</source>
        <translation>Entfernt Teile, die kein Modell mehr verwendet. Was jünger als eine Stunde ist, bleibt für laufende Transfers.</translation>
    </message>
    <message>
        <source>Folder of the Local Store</source>
        <translation>Ordner des lokalen Speichers</translation>
    </message>
    <message>
        <source>Looking for what is not used…</source>
        <translation>Unbenutztes wird gesucht…</translation>
    </message>
    <message>
        <source>Everything is in use; nothing was freed.</source>
        <translation>Alles wird verwendet; nichts wurde freigegeben.</translation>
    </message>
    <message>
        <source>%1 freed.</source>
        <translation>%1 freigegeben.</translation>
    </message>
</context>
<context>
    <name>modelcrate::CopyTable</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>modelcrate::DialogPrompts</name>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Use an access token in place of the password where the registry offers one.</source>
        <translation>Wo die Registry Zugriffstoken anbietet, eines anstelle des Passworts verwenden.</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>An&amp;melden</translation>
    </message>
</context>
<context>
    <name>modelcrate::DiskBar</name>
    <message numerus="yes">
        <source>%Ln file(s) changed on disk.</source>
        <translation>
            <numerusform>%Ln Datei hat sich auf dem Datenträger geändert.</numerusform>
            <numerusform>%Ln Dateien haben sich auf dem Datenträger geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new file(s) in the folder.</source>
        <translation>
            <numerusform>%Ln neue Datei im Ordner.</numerusform>
            <numerusform>%Ln neue Dateien im Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>A rescan takes the folder as it is now.</source>
        <translation>Neu einlesen übernimmt den Ordner, wie er jetzt ist.</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Neu einlesen</translation>
    </message>
</context>
<context>
    <name>modelcrate::DocumentsView</name>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Manifest JSON</source>
        <translation>Manifest-JSON</translation>
    </message>
    <message>
        <source>Config JSON</source>
        <translation>Config-JSON</translation>
    </message>
    <message>
        <source>Copy the document</source>
        <translation>Das Dokument kopieren</translation>
    </message>
    <message>
        <source>Members of the manifest</source>
        <translation>Elemente des Manifests</translation>
    </message>
    <message>
        <source>JSON of the document</source>
        <translation>JSON des Dokuments</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The config is no JSON that can be shown.</source>
        <translation>Die Config ist kein JSON, das sich anzeigen lässt.</translation>
    </message>
    <message>
        <source>The manifest is no JSON that can be shown.</source>
        <translation>Das Manifest ist kein JSON, das sich anzeigen lässt.</translation>
    </message>
    <message>
        <source>The config is not kept on this computer.</source>
        <translation>Die Config liegt nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
</context>
<context>
    <name>modelcrate::DropOverlay</name>
    <message>
        <source>Drop to open %1 as a new package</source>
        <translation>Loslassen öffnet %1 als neues Paket</translation>
    </message>
    <message>
        <source>Drop a folder with a model, not text or a picture.</source>
        <translation>Einen Ordner mit einem Modell ablegen, keinen Text und kein Bild.</translation>
    </message>
    <message>
        <source>One folder at a time: drop the folder that holds the files.</source>
        <translation>Ein Ordner auf einmal: den Ordner ablegen, der die Dateien enthält.</translation>
    </message>
    <message>
        <source>This is an address, not a folder of this computer.</source>
        <translation>Das ist eine Adresse, kein Ordner dieses Computers.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This is a single file: drop the folder it lies in.</source>
        <translation>Das ist eine einzelne Datei: den Ordner ablegen, in dem sie liegt.</translation>
    </message>
</context>
<context>
    <name>modelcrate::ElidedLabel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>modelcrate::EmptyPage</name>
    <message>
        <source>Drop a model folder here</source>
        <translation>Modellordner hier ablegen</translation>
    </message>
    <message>
        <source>Modelcrate sorts the files into layers. Nothing is uploaded until you publish.</source>
        <translation>Modelcrate ordnet die Dateien in Layer ein. Vor dem Veröffentlichen wird nichts hochgeladen.</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Browse a Registry…</source>
        <translation>Registry durchsuchen…</translation>
    </message>
    <message>
        <source>Try a Sample Package</source>
        <translation>Beispielpaket ausprobieren</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Recent packages</source>
        <translation>Zuletzt verwendete Pakete</translation>
    </message>
    <message>
        <source>Remove from the List</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>%1, %2, not found</source>
        <translation>%1, %2, nicht gefunden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>modelcrate::ErrorText</name>
    <message>
        <source>while %1</source>
        <translation>Vorgang: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>Registry: %1</source>
        <translation>Registry: %1</translation>
    </message>
    <message>
        <source>%1 does not offer this</source>
        <translation>%1 bietet das nicht an</translation>
    </message>
    <message>
        <source>It may be read-only at the moment. Choose another registry, or save as an OCI layout.</source>
        <translation>Vielleicht lässt sie im Augenblick nur lesen. Eine andere Registry wählen oder als OCI-Layout speichern.</translation>
    </message>
    <message>
        <source>Too large for %1</source>
        <translation>Zu groß für %1</translation>
    </message>
    <message>
        <source>The registry, or a proxy before it, limits how much may be sent at once. %1</source>
        <translation>Die Registry oder ein Proxy davor begrenzt, wie viel auf einmal gesendet werden darf. %1</translation>
    </message>
    <message>
        <source>Pack small files into tar layers, or ask the registry&apos;s operator to raise the limit.</source>
        <translation>Kleine Dateien in tar-Layer packen oder den Betreiber der Registry um eine höhere Grenze bitten.</translation>
    </message>
    <message>
        <source>No space left in %1</source>
        <translation>Kein Platz mehr in %1</translation>
    </message>
    <message>
        <source>Remove something there, or ask its operator for more space.</source>
        <translation>Dort etwas entfernen oder den Betreiber um mehr Platz bitten.</translation>
    </message>
    <message>
        <source>%1 refuses this</source>
        <translation>%1 lehnt das ab</translation>
    </message>
    <message>
        <source>Sending it again would not help. %1</source>
        <translation>Noch einmal zu senden würde nicht helfen. %1</translation>
    </message>
    <message>
        <source>Look at what the registry said in the details, or save as an OCI layout. Some registries do not accept model artifacts.</source>
        <translation>In den Einzelheiten steht, was die Registry gesagt hat. Sonst als OCI-Layout speichern; manche Registrys nehmen keine Modellartefakte an.</translation>
    </message>
    <message>
        <source>The registry</source>
        <translation>Die Registry</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>It was stopped on request. What was sent completely stays at the registry.</source>
        <translation>Es wurde auf Wunsch beendet. Was vollständig gesendet wurde, bleibt in der Registry.</translation>
    </message>
    <message>
        <source>Start again when you like.</source>
        <translation>Ein neuer Anfang ist jederzeit möglich.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>It was stopped on request; what was sent is kept.</source>
        <translation>Es wurde auf Wunsch angehalten; Gesendetes ist erhalten.</translation>
    </message>
    <message>
        <source>Resume to go on from there.</source>
        <translation>„Fortsetzen“ macht dort weiter.</translation>
    </message>
    <message>
        <source>This cannot be done like that</source>
        <translation>So geht das nicht</translation>
    </message>
    <message>
        <source>Change what was asked for and try again.</source>
        <translation>Die Angaben ändern, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Something in it breaks the rules</source>
        <translation>Etwas darin verletzt die Regeln</translation>
    </message>
    <message>
        <source>Repair the file or the field that is named, then try again.</source>
        <translation>Die genannte Datei oder das genannte Feld berichtigen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>This is not a reference</source>
        <translation>Das ist keine Referenz</translation>
    </message>
    <message>
        <source>Write it like registry.example/team/model:v1.</source>
        <translation>Die Form ist registry.example/team/model:v1.</translation>
    </message>
    <message>
        <source>Not found at %1</source>
        <translation>Bei %1 nicht gefunden</translation>
    </message>
    <message>
        <source>Check the name. Some registries say this of what you may not see: then sign in with another account.</source>
        <translation>Den Namen prüfen. Manche Registrys sagen das auch von dem, was man nicht sehen darf: dann mit einem anderen Konto anmelden.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Check that it is still there, then try again.</source>
        <translation>Prüfen, ob es noch da ist, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>Der Name ist vergeben</translation>
    </message>
    <message>
        <source>Choose another name, or replace what is there.</source>
        <translation>Einen anderen Namen wählen oder ersetzen, was da ist.</translation>
    </message>
    <message>
        <source>Something else is in the way</source>
        <translation>Etwas anderes ist im Weg</translation>
    </message>
    <message>
        <source>Look at what is there now, then choose another name or another place.</source>
        <translation>Nachsehen, was jetzt dort ist, dann einen anderen Namen oder Ort wählen.</translation>
    </message>
    <message>
        <source>%1 needs a sign-in</source>
        <translation>%1 verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>Sign in, or use another account.</source>
        <translation>Anmelden oder ein anderes Konto verwenden.</translation>
    </message>
    <message>
        <source>This account may not do this at %1</source>
        <translation>Dieses Konto darf das bei %1 nicht</translation>
    </message>
    <message>
        <source>Choose another repository, or sign in with another account.</source>
        <translation>Ein anderes Repository wählen oder mit einem anderen Konto anmelden.</translation>
    </message>
    <message>
        <source>%1 asks to wait</source>
        <translation>%1 bittet zu warten</translation>
    </message>
    <message>
        <source>Too many requests in a short time. %1</source>
        <translation>Zu viele Anfragen in kurzer Zeit. %1</translation>
    </message>
    <message>
        <source>Try again later, or send fewer files at once in Settings. Who is signed in may usually ask more often.</source>
        <translation>Später erneut versuchen oder in den Einstellungen weniger Dateien zugleich senden. Angemeldet darf man meist öfter fragen.</translation>
    </message>
    <message>
        <source>%1 stopped answering</source>
        <translation>%1 antwortet nicht mehr</translation>
    </message>
    <message>
        <source>The registry has trouble of its own. %1</source>
        <translation>Die Registry hat selbst eine Störung. %1</translation>
    </message>
    <message>
        <source>Try again later; what was sent is kept where the registry allows it.</source>
        <translation>Später erneut versuchen; Gesendetes bleibt erhalten, wo die Registry es erlaubt.</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>No safe connection to %1</source>
        <translation>Keine sichere Verbindung zu %1</translation>
    </message>
    <message>
        <source>The data does not match its digest</source>
        <translation>Die Daten passen nicht zu ihrem Digest</translation>
    </message>
    <message>
        <source>It was damaged on its way, or it changed. Nothing of it was used. %1</source>
        <translation>Sie wurden unterwegs beschädigt oder haben sich geändert. Nichts davon wurde verwendet. %1</translation>
    </message>
    <message>
        <source>Try again. If it happens again, check the disk and tell the registry&apos;s operator.</source>
        <translation>Erneut versuchen. Tritt es wieder auf, den Datenträger prüfen und den Betreiber der Registry benachrichtigen.</translation>
    </message>
    <message>
        <source>The data has another size than announced</source>
        <translation>Die Daten haben eine andere Größe als angekündigt</translation>
    </message>
    <message>
        <source>It was cut off, or it changed. Nothing of it was used. %1</source>
        <translation>Sie wurden abgeschnitten oder haben sich geändert. Nichts davon wurde verwendet. %1</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <source>A file changed while it was read</source>
        <translation>Eine Datei hat sich während des Lesens geändert</translation>
    </message>
    <message>
        <source>Let the program that writes it finish, then try again, or leave the file out.</source>
        <translation>Das schreibende Programm beenden lassen, dann erneut versuchen, oder die Datei auslassen.</translation>
    </message>
    <message>
        <source>Larger than can be handled</source>
        <translation>Größer, als verarbeitet werden kann</translation>
    </message>
    <message>
        <source>Pack small files into tar layers, or leave out what is not needed.</source>
        <translation>Kleine Dateien in tar-Layer packen oder Unnötiges auslassen.</translation>
    </message>
    <message>
        <source>A name would leave the folder</source>
        <translation>Ein Name würde aus dem Ordner führen</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Nichts wurde geschrieben. %1</translation>
    </message>
    <message>
        <source>Do not trust this artifact; tell who published it. If it is your own, rename the file.</source>
        <translation>Diesem Artefakt nicht trauen und den Herausgeber benachrichtigen. Ist es das eigene, die Datei umbenennen.</translation>
    </message>
    <message>
        <source>This is of a kind that is not known here</source>
        <translation>Diese Art ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>Choose something else, or look for a newer version of Modelcrate.</source>
        <translation>Etwas anderes wählen oder nach einer neueren Version von Modelcrate sehen.</translation>
    </message>
    <message>
        <source>The disk refuses</source>
        <translation>Der Datenträger verweigert den Zugriff</translation>
    </message>
    <message>
        <source>Check that the place exists and that you may read and write there, or choose another one.</source>
        <translation>Prüfen, ob der Ort existiert und Lesen und Schreiben erlaubt, oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>No space left on the disk</source>
        <translation>Kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>Free some space there, or choose another folder.</source>
        <translation>Dort Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Modelcrate made a mistake</source>
        <translation>Modelcrate hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>This should not happen. %1</source>
        <translation>Das sollte nicht vorkommen. %1</translation>
    </message>
    <message>
        <source>Copy the details and report them; trying again may help.</source>
        <translation>Die Einzelheiten kopieren und melden; ein neuer Versuch kann helfen.</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>Lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>Digest or size does not match</source>
        <translation>Digest oder Größe passt nicht</translation>
    </message>
    <message>
        <source>Not proper JSON</source>
        <translation>Kein korrektes JSON</translation>
    </message>
    <message>
        <source>Not an OCI image manifest</source>
        <translation>Kein OCI-Image-Manifest</translation>
    </message>
    <message>
        <source>Artifact type</source>
        <translation>Artefakttyp</translation>
    </message>
    <message>
        <source>Type of the model config</source>
        <translation>Typ der Modellkonfiguration</translation>
    </message>
    <message>
        <source>Layers of the manifest</source>
        <translation>Layer des Manifests</translation>
    </message>
    <message>
        <source>Layer type is not one of ModelPack&apos;s</source>
        <translation>Layertyp gehört nicht zu ModelPack</translation>
    </message>
    <message>
        <source>Two files with one name</source>
        <translation>Zwei Dateien mit demselben Namen</translation>
    </message>
    <message>
        <source>File name that cannot be unpacked everywhere</source>
        <translation>Dateiname, der sich nicht überall entpacken lässt</translation>
    </message>
    <message>
        <source>Layer without a file name</source>
        <translation>Layer ohne Dateinamen</translation>
    </message>
    <message>
        <source>File metadata of a layer</source>
        <translation>Dateimetadaten eines Layers</translation>
    </message>
    <message>
        <source>Mark of an untested type</source>
        <translation>Markierung eines ungeprüften Typs</translation>
    </message>
    <message>
        <source>Layer without a title</source>
        <translation>Layer ohne Titel</translation>
    </message>
    <message>
        <source>Model config breaks the specification</source>
        <translation>Modellkonfiguration verletzt die Spezifikation</translation>
    </message>
    <message>
        <source>Number of diff ids</source>
        <translation>Anzahl der diffIDs</translation>
    </message>
    <message>
        <source>Wrong diff id</source>
        <translation>Falsche diffID</translation>
    </message>
    <message>
        <source>Unusual value in the model config</source>
        <translation>Ungewöhnlicher Wert in der Modellkonfiguration</translation>
    </message>
    <message>
        <source>Model config and weights disagree</source>
        <translation>Modellkonfiguration und Gewichte widersprechen sich</translation>
    </message>
    <message>
        <source>Damaged or unsafe tar archive</source>
        <translation>Beschädigtes oder unsicheres tar-Archiv</translation>
    </message>
    <message>
        <source>Packaging of weights</source>
        <translation>Verpackung der Gewichte</translation>
    </message>
    <message>
        <source>Compressed layer cannot be unpacked</source>
        <translation>Komprimierter Layer lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>Not the file it is named after</source>
        <translation>Nicht die Datei, nach der sie benannt ist</translation>
    </message>
    <message>
        <source>More than registries take</source>
        <translation>Mehr, als Registrys annehmen</translation>
    </message>
    <message>
        <source>Older ModelPack names</source>
        <translation>Ältere ModelPack-Namen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>finding</comment>
        <extracomment>A finding: what the check is about, and what it found</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Check the name and the network connection, then try again. What was sent before is kept.</source>
        <translation>Namen und Netzverbindung prüfen, dann erneut versuchen. Was schon gesendet wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Check the network connection and try again. What was sent before is kept.</source>
        <translation>Die Netzverbindung prüfen und erneut versuchen. Was schon gesendet wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Your password was not sent</source>
        <translation>Das Passwort wurde nicht gesendet</translation>
    </message>
    <message>
        <source>If you trust that server, sign in to it under its own name; else ask the registry&apos;s operator.</source>
        <translation>Wer diesem Server vertraut, meldet sich dort unter seinem eigenen Namen an; sonst den Betreiber der Registry fragen.</translation>
    </message>
    <message>
        <source>Check the address and this computer&apos;s clock, or name the registry&apos;s certificate authority in Settings under Accounts.</source>
        <translation>Adresse und Uhr dieses Rechners prüfen, oder die Zertifizierungsstelle der Registry in den Einstellungen unter Konten angeben.</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>The end of a sentence</extracomment>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>modelcrate::ExtensionOffer</name>
    <message>
        <source>included</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) changed: %1.</source>
        <translation>
            <numerusform>%Ln Datei geändert: %1.</numerusform>
            <numerusform>%Ln Dateien geändert: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do this for all %Ln %1 files</source>
        <translation>
            <numerusform>Für %Ln Datei %1 übernehmen</numerusform>
            <numerusform>Für alle %Ln Dateien %1 übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remember as a rule</source>
        <translation>Als Regel merken</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The same could be done in every folder that you open.</source>
        <translation>Das ginge in jedem Ordner so, der geöffnet wird.</translation>
    </message>
    <message>
        <source>Your rule: %1, %2.</source>
        <translation>Eigene Regel: %1, %2.</translation>
    </message>
    <message>
        <source>It holds for files that are found from now on; the settings list your rules.</source>
        <translation>Sie gilt für Dateien, die von jetzt an gefunden werden; die Einstellungen führen alle eigenen Regeln auf.</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
</context>
<context>
    <name>modelcrate::FieldConflict</name>
    <message>
        <source>Two sources disagree</source>
        <translation>Zwei Quellen widersprechen sich</translation>
    </message>
    <message>
        <source>%1 sources disagree</source>
        <translation>%1 Quellen widersprechen sich</translation>
    </message>
    <message>
        <source>folder name</source>
        <translation>Ordnername</translation>
    </message>
    <message>
        <source>weight files by size</source>
        <translation>Gewichtsdateien nach Größe</translation>
    </message>
    <message>
        <source>Hugging Face cache path</source>
        <translation>Cache-Pfad von Hugging Face</translation>
    </message>
    <message>
        <source>%1: estimated from packed weights</source>
        <translation>%1: aus gepackten Gewichten geschätzt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Diesen verwenden</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Use %1 for %2</source>
        <translation>%1 für %2 verwenden</translation>
    </message>
    <message>
        <source>%1: first heading</source>
        <translation>%1: erste Überschrift</translation>
    </message>
    <message>
        <source>%1: first paragraph</source>
        <translation>%1: erster Absatz</translation>
    </message>
    <message>
        <source>%1: text</source>
        <translation>%1: nach dem Text</translation>
    </message>
</context>
<context>
    <name>modelcrate::FieldNotice</name>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
</context>
<context>
    <name>modelcrate::FieldRow</name>
    <message>
        <source>Use detected</source>
        <translation>Erkanntes verwenden</translation>
    </message>
    <message>
        <source>repair %1</source>
        <translation>%1 berichtigen</translation>
    </message>
    <message>
        <source>use what was detected for %1</source>
        <translation>Erkanntes für %1 verwenden</translation>
    </message>
    <message>
        <source>Kept as it was typed, and left out.</source>
        <translation>So behalten, wie es eingegeben wurde, und ausgelassen.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>selbst angegeben</translation>
    </message>
    <message>
        <source>Nothing detected</source>
        <translation>Nichts erkannt</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>selbst ausgelassen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Use the detected %1: %2</source>
        <translation>Erkannten Wert für %1 verwenden: %2</translation>
    </message>
    <message>
        <source>choose %1</source>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>as published</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>As published: %1</source>
        <translation>Wie veröffentlicht: %1</translation>
    </message>
    <message>
        <source>%1 (as published)</source>
        <translation>%1 (wie veröffentlicht)</translation>
    </message>
    <message>
        <source>Leave it out, as published</source>
        <translation>Auslassen, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Restore the published %1: %2</source>
        <translation>%1 wie veröffentlicht wiederherstellen: %2</translation>
    </message>
    <message>
        <source>Leave out %1, as published</source>
        <translation>%1 auslassen, wie veröffentlicht</translation>
    </message>
</context>
<context>
    <name>modelcrate::FileActions</name>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Layer</translation>
    </message>
    <message>
        <source>Packa&amp;ging</source>
        <translation>Ver&amp;packung</translation>
    </message>
    <message>
        <source>Weights hardly get smaller; raw is recommended for them</source>
        <translation>Gewichte werden kaum kleiner; für sie ist roh zu empfehlen</translation>
    </message>
    <message>
        <source>Choose the &amp;Layer…</source>
        <translation>Layer &amp;wählen…</translation>
    </message>
    <message>
        <source>&amp;Confirm the Layer</source>
        <translation>Layer &amp;bestätigen</translation>
    </message>
    <message>
        <source>Lea&amp;ve Out</source>
        <translation>&amp;Auslassen</translation>
    </message>
    <message>
        <source>&amp;Bundle into One Layer</source>
        <translation>In einem Layer bün&amp;deln</translation>
    </message>
    <message>
        <source>&amp;Take Out of the Bundle</source>
        <translation>Aus dem Bündel &amp;nehmen</translation>
    </message>
    <message>
        <source>Select All with the Same &amp;Extension</source>
        <translation>Alle mit derselben &amp;Endung auswählen</translation>
    </message>
    <message>
        <source>Go to the Next That &amp;Needs a Look</source>
        <translation>Zur nächsten zu prü&amp;fenden Datei</translation>
    </message>
    <message>
        <source>Cop&amp;y Path</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Rescan the Folder</source>
        <translation>&amp;Ordner neu einlesen</translation>
    </message>
    <message>
        <source>&amp;Show Left-Out Files</source>
        <translation>Aus&amp;gelassene Dateien zeigen</translation>
    </message>
    <message>
        <source>E&amp;xpand All Folders</source>
        <translation>Alle Ordner a&amp;ufklappen</translation>
    </message>
    <message>
        <source>C&amp;ollapse All Folders</source>
        <translation>Alle Ordner &amp;zuklappen</translation>
    </message>
    <message>
        <source>&amp;Include</source>
        <translation>Aufneh&amp;men</translation>
    </message>
</context>
<context>
    <name>modelcrate::FileFilter</name>
    <message>
        <source>“%1” is not understood here: %2</source>
        <translation>„%1“ wird hier nicht verstanden: %2</translation>
    </message>
    <message>
        <source>“%1” names none of: %2</source>
        <translation>„%1“ nennt nichts davon: %2</translation>
    </message>
    <message>
        <source>“%1” holds no size such as &gt;1G or &lt;=500k</source>
        <translation>„%1“ enthält keine Größe wie &gt;1G oder &lt;=500k</translation>
    </message>
    <message>
        <source>“%1” needs something after it</source>
        <translation>Nach „%1“ fehlt etwas</translation>
    </message>
    <message>
        <source>%1: the quotation mark is not closed</source>
        <translation>%1: Das Anführungszeichen ist nicht geschlossen</translation>
    </message>
</context>
<context>
    <name>modelcrate::FileListModel</name>
    <message>
        <source>pickle</source>
        <translation>Pickle</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Packaging</source>
        <translation>Verpackung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>By you</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>bundle</source>
        <translation>Bündel</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Hashing %1</source>
        <translation>Hashen %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, open folder, %2</source>
        <translation>%1, geöffneter Ordner, %2</translation>
    </message>
    <message>
        <source>%1, closed folder, %2</source>
        <translation>%1, geschlossener Ordner, %2</translation>
    </message>
    <message>
        <source>%1, pickle: opening it may run code</source>
        <translation>%1, Pickle: beim Öffnen kann Code laufen</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Mountable</source>
        <translation>Einbindbar</translation>
    </message>
    <message>
        <source>At target</source>
        <translation>Am Ziel</translation>
    </message>
    <message>
        <source>Its digest is not known yet, so nobody can tell where it lies already</source>
        <translation>Der Digest ist noch nicht bekannt, daher weiß niemand, wo die Datei schon liegt</translation>
    </message>
    <message>
        <source>Its digest is known and need not be computed again. This computer&apos;s store does not have it, and no registry was asked.</source>
        <translation>Der Digest ist bekannt und muss nicht neu berechnet werden. Der Speicher dieses Computers hat die Datei nicht, und keine Registry wurde gefragt.</translation>
    </message>
    <message>
        <source>%1 does not have it: it will be sent</source>
        <translation>%1 hat sie nicht: sie wird gesendet</translation>
    </message>
    <message>
        <source>This computer&apos;s store has it</source>
        <translation>Der Speicher dieses Computers hat sie</translation>
    </message>
    <message>
        <source>Another repository of %1 has it: it can be mounted from there without being sent</source>
        <translation>Ein anderes Repository von %1 hat sie: sie lässt sich von dort einbinden, ohne gesendet zu werden</translation>
    </message>
    <message>
        <source>%1 has it: it will not be sent</source>
        <translation>%1 hat sie: sie wird nicht gesendet</translation>
    </message>
</context>
<context>
    <name>modelcrate::FileListView</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Mountable</source>
        <translation>Einbindbar</translation>
    </message>
</context>
<context>
    <name>modelcrate::FilesBanner</name>
    <message numerus="yes">
        <source>Review %Ln</source>
        <translation>
            <numerusform>%Ln prüfen</numerusform>
            <numerusform>%Ln prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide left-out files</source>
        <translation>Ausgelassene verbergen</translation>
    </message>
    <message>
        <source>Show left-out files</source>
        <translation>Ausgelassene zeigen</translation>
    </message>
    <message>
        <source>%1 → %2, %3.</source>
        <translation>%1 → %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>%Ln Layer</numerusform>
            <numerusform>%Ln Layer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) a look.</source>
        <translation>
            <numerusform>%Ln bitte prüfen.</numerusform>
            <numerusform>%Ln bitte prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: %1</source>
        <translation>
            <numerusform>%Ln ausgelassen: %1</numerusform>
            <numerusform>%Ln ausgelassen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>, …</source>
        <translation>, …</translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s), %1, as published.</source>
        <translation>
            <numerusform>%n Layer, %1, wie veröffentlicht.</numerusform>
            <numerusform>%n Layer, %1, wie veröffentlicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) replaced.</source>
        <translation>
            <numerusform>%n Datei ersetzt.</numerusform>
            <numerusform>%n Dateien ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents, code and configuration can be replaced; weights stay.</source>
        <translation>Doku, Code und Konfiguration lassen sich ersetzen; Gewichte bleiben.</translation>
    </message>
</context>
<context>
    <name>modelcrate::FilesPage</name>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Choose the &amp;Layer…</source>
        <translation>Layer &amp;wählen…</translation>
    </message>
    <message>
        <source>&amp;Confirm the Layer</source>
        <translation>Layer &amp;bestätigen</translation>
    </message>
    <message>
        <source>Lea&amp;ve Out</source>
        <translation>&amp;Auslassen</translation>
    </message>
    <message>
        <source>&amp;Bundle into One Layer</source>
        <translation>In einem Layer bün&amp;deln</translation>
    </message>
    <message>
        <source>&amp;Take Out of the Bundle</source>
        <translation>Aus dem Bündel &amp;nehmen</translation>
    </message>
    <message>
        <source>Select All with the Same &amp;Extension</source>
        <translation>Alle mit derselben &amp;Endung auswählen</translation>
    </message>
    <message>
        <source>Go to the Next That &amp;Needs a Look</source>
        <translation>Zur nächsten zu prü&amp;fenden Datei</translation>
    </message>
    <message>
        <source>Cop&amp;y Path</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Show Left-Out Files</source>
        <translation>Aus&amp;gelassene Dateien zeigen</translation>
    </message>
    <message>
        <source>E&amp;xpand All Folders</source>
        <translation>Alle Ordner a&amp;ufklappen</translation>
    </message>
    <message>
        <source>C&amp;ollapse All Folders</source>
        <translation>Alle Ordner &amp;zuklappen</translation>
    </message>
    <message>
        <source>&amp;Rescan the Folder</source>
        <translation>&amp;Ordner neu einlesen</translation>
    </message>
    <message>
        <source>Packa&amp;ging</source>
        <translation>Ver&amp;packung</translation>
    </message>
</context>
<context>
    <name>modelcrate::FilterNote</name>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 von %2 Dateien</translation>
    </message>
</context>
<context>
    <name>modelcrate::FoundFilesModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>modelcrate::GeneralSettings</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>Hashing ahead</source>
        <translation>Vorab hashen</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Files are hashed while you look at a package, so that the manifest is exact and publishing only sends. Never on battery.</source>
        <translation>Dateien werden gehasht, während ein Paket angesehen wird, damit das Manifest genau ist und beim Veröffentlichen nur gesendet wird. Nie im Akkubetrieb.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>1 GB is 1000 MB</source>
        <translation>1 GB sind 1000 MB</translation>
    </message>
    <message>
        <source>1 GiB is 1024 MiB</source>
        <translation>1 GiB sind 1024 MiB</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>modelcrate::GuideBrowser</name>
    <message>
        <source>Copy Command: %1</source>
        <translation>Befehl kopieren: %1</translation>
    </message>
</context>
<context>
    <name>modelcrate::HelpPage</name>
    <message>
        <source>Search the guide</source>
        <translation>Anleitung durchsuchen</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Back to what was read before</source>
        <translation>Zurück zum zuvor Gelesenen</translation>
    </message>
    <message>
        <source>Back to what was read before (Alt+Left)</source>
        <translation>Zurück zum zuvor Gelesenen (Alt+Left)</translation>
    </message>
    <message>
        <source>Nothing in the guide has these words.</source>
        <translation>Nichts in der Anleitung enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>modelcrate::InfoBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Copy &amp;Details</source>
        <translation>Einzelheiten &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>modelcrate::Inspector</name>
    <message>
        <source>one number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Model facts</source>
        <translation>Über das Modell</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Layer type</source>
        <translation>Layertyp</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>Packaging</source>
        <translation>Verpackung</translation>
    </message>
    <message>
        <source>This is right</source>
        <translation>Das stimmt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Copy the digest</source>
        <translation>Digest kopieren</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1 · gone from disk</source>
        <translation>In %1 · vom Datenträger verschwunden</translation>
    </message>
    <message>
        <source>In %1 · %2 · changed %3</source>
        <translation>In %1 · %2 · geändert %3</translation>
    </message>
    <message>
        <source>Weights hardly get smaller; raw is recommended for them.</source>
        <translation>Gewichte werden kaum kleiner; für sie ist roh zu empfehlen.</translation>
    </message>
    <message>
        <source>Known once it is packed: compressed while it is sent</source>
        <translation>Bekannt, sobald verpackt: wird beim Senden komprimiert</translation>
    </message>
    <message>
        <source>Not hashed yet</source>
        <translation>Noch nicht gehasht</translation>
    </message>
    <message>
        <source>diffID is the same: raw, not compressed</source>
        <translation>diffID ist gleich: roh, nicht komprimiert</translation>
    </message>
    <message>
        <source>Of the tar: %1</source>
        <translation>Des tar: %1</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf dem Datenträger</translation>
    </message>
    <message>
        <source>In the artifact</source>
        <translation>Im Artefakt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Bündel</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>A pickle can run any code when it is opened. safetensors holds the same weights and cannot.</source>
        <translation>Ein Pickle kann beim Öffnen beliebigen Code ausführen. safetensors enthält dieselben Gewichte und kann das nicht.</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln weiterer…</numerusform>
            <numerusform>%Ln weitere…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · replaced</source>
        <translation>%1 · ersetzt</translation>
    </message>
    <message>
        <source>%1 · as published</source>
        <translation>%1 · wie veröffentlicht</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt durch</translation>
    </message>
    <message>
        <source>an edited text</source>
        <translation>einen bearbeiteten Text</translation>
    </message>
    <message>
        <source>Published as</source>
        <translation>Veröffentlicht als</translation>
    </message>
</context>
<context>
    <name>modelcrate::InterruptBox</name>
    <message>
        <source>Close this page or go on editing</source>
        <translation>Diese Seite schließen oder weiter bearbeiten</translation>
    </message>
    <message>
        <source>It stays in Transfers until it is resumed.</source>
        <translation>Es bleibt in „Transfers“, bis es fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Sending goes on in Transfers. What is edited now is not sent.</source>
        <translation>Das Senden geht in „Transfers“ weiter. Was jetzt bearbeitet wird, wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Quit or lose power</source>
        <translation>Beenden oder Stromausfall</translation>
    </message>
    <message>
        <source>The queue comes back, and nothing in it starts unasked. Finished layers are not sent again.</source>
        <translation>Die Warteschlange kommt wieder, und nichts darin beginnt ungefragt. Fertige Layer werden nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Do not quit: the queue is not kept</source>
        <translation>Nicht beenden: Die Warteschlange wird nicht gesichert</translation>
    </message>
    <message>
        <source>There is no place on the disk for it. Finished layers are not sent again.</source>
        <translation>Auf dem Datenträger ist kein Platz für sie. Fertige Layer werden nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>A layer that is half written</source>
        <translation>Ein halb geschriebener Layer</translation>
    </message>
    <message>
        <source>It is written again from its beginning.</source>
        <translation>Er wird von vorn geschrieben.</translation>
    </message>
    <message>
        <source>%1 takes a layer in one piece</source>
        <translation>%1 nimmt einen Layer nur am Stück</translation>
    </message>
    <message>
        <source>One that is interrupted is sent again from its beginning.</source>
        <translation>Ein unterbrochener wird von vorn gesendet.</translation>
    </message>
    <message>
        <source>%1 may drop half a layer</source>
        <translation>%1 darf einen halben Layer verwerfen</translation>
    </message>
    <message>
        <source>How long it keeps one is not known. A layer that it has dropped is sent again from its beginning.</source>
        <translation>Wie lange er dort bleibt, ist nicht bekannt. Ein verworfener Layer wird von vorn gesendet.</translation>
    </message>
    <message>
        <source>This is safe to interrupt</source>
        <translation>Dies lässt sich gefahrlos unterbrechen</translation>
    </message>
    <message>
        <source>If this is interrupted</source>
        <translation>Wenn dies unterbrochen wird</translation>
    </message>
</context>
<context>
    <name>modelcrate::JsonContent</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is left out until it is valid</source>
        <translation>%1 bleibt ausgelassen, bis der Wert gültig ist</translation>
    </message>
    <message>
        <source> (pending)</source>
        <translation> (ausstehend)</translation>
    </message>
</context>
<context>
    <name>modelcrate::JsonTreeModel</name>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>%1, needs attention</source>
        <translation>%1, bitte beachten</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>modelcrate::KeyboardSettings</name>
    <message>
        <source>Keys of the commands</source>
        <translation>Tasten der Befehle</translation>
    </message>
    <message>
        <source>No command has this in its name or its keys.</source>
        <translation>Kein Befehl enthält das im Namen oder in den Tasten.</translation>
    </message>
    <message>
        <source>Choose a command and press its new keys in the field; Tab leads on from there. Keys that the desktop, the menus or text fields need cannot be given away.</source>
        <translation>Einen Befehl wählen und die neuen Tasten im Feld drücken; Tab führt von dort weiter. Was die Arbeitsumgebung, die Menüs oder Textfelder brauchen, lässt sich nicht vergeben.</translation>
    </message>
    <message>
        <source>Speech input and a slip of the hand can press a letter unasked.</source>
        <translation>Spracheingabe und ein Versehen können einen Buchstaben ungewollt auslösen.</translation>
    </message>
    <message>
        <source>Filter the commands</source>
        <translation>Befehle filtern</translation>
    </message>
    <message>
        <source>Command or keys</source>
        <translation>Befehl oder Tasten</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Give all commands the keys they came with</source>
        <translation>Allen Befehlen die ursprünglichen Tasten geben</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>Anstelle von</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Assign these keys to the command</source>
        <translation>Dem Befehl diese Tasten zuweisen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the command&apos;s keys away</source>
        <translation>Dem Befehl die Tasten nehmen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Give the command the keys it came with</source>
        <translation>Dem Befehl die ursprünglichen Tasten geben</translation>
    </message>
    <message>
        <source>Single letters act in the list of files</source>
        <translation>Einzelne Buchstaben wirken in der Dateiliste</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>keine Tasten</translation>
    </message>
    <message>
        <source>Keys of “%1”:</source>
        <translation>Tasten von „%1“:</translation>
    </message>
    <message>
        <source>No command is chosen.</source>
        <translation>Kein Befehl ist gewählt.</translation>
    </message>
    <message>
        <source>New keys of “%1”</source>
        <translation>Neue Tasten von „%1“</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Keys with Meta belong to the desktop.</source>
        <translation>Tasten mit Meta gehören der Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>A function key alone is pressed too easily by mistake; add Ctrl, Alt or Shift.</source>
        <translation>Eine Funktionstaste allein ist zu leicht versehentlich gedrückt; nur mit Strg, Alt oder Umschalt.</translation>
    </message>
    <message>
        <source>Text fields and lists need this key.</source>
        <translation>Textfelder und Listen brauchen diese Taste.</translation>
    </message>
    <message>
        <source>Alt and a letter open menus and lead to fields.</source>
        <translation>Alt mit einem Buchstaben öffnet Menüs und führt zu Feldern.</translation>
    </message>
    <message>
        <source>This key does the same everywhere and stays as it is.</source>
        <translation>Diese Taste tut überall dasselbe und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>“%1” in the menu %2 has these keys.</source>
        <translation>„%1“ im Menü %2 hat diese Tasten.</translation>
    </message>
    <message>
        <source>Show It</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>%1 cannot be given to this command.</source>
        <translation>%1 lässt sich diesem Befehl nicht geben.</translation>
    </message>
</context>
<context>
    <name>modelcrate::KindText</name>
    <message>
        <source>Chosen by you</source>
        <translation>Selbst gewählt</translation>
    </message>
    <message>
        <source>Named like a licence (built in)</source>
        <translation>Wie eine Lizenz benannt (eingebaut)</translation>
    </message>
    <message>
        <source>Named like a document: readme, changes, authors (built in)</source>
        <translation>Wie ein Dokument benannt: Readme, Änderungen, Autoren (eingebaut)</translation>
    </message>
    <message>
        <source>Named like a build or project file (built in)</source>
        <translation>Wie eine Bau- oder Projektdatei benannt (eingebaut)</translation>
    </message>
    <message>
        <source>Named like a tokenizer or its vocabulary (built in)</source>
        <translation>Wie ein Tokenizer oder dessen Vokabular benannt (eingebaut)</translation>
    </message>
    <message>
        <source>Named like labels or prompts that a model reads (built in)</source>
        <translation>Wie Labels oder Prompts benannt, die ein Modell liest (eingebaut)</translation>
    </message>
    <message>
        <source>Named like a chat template (built in)</source>
        <translation>Wie eine Chat-Vorlage benannt (eingebaut)</translation>
    </message>
    <message>
        <source>Named like a part of the weights (built in)</source>
        <translation>Wie ein Teil der Gewichte benannt (eingebaut)</translation>
    </message>
    <message>
        <source>Names which shard holds which tensor (built in)</source>
        <translation>Nennt, welche Teildatei welchen Tensor enthält (eingebaut)</translation>
    </message>
    <message>
        <source>Named like a TensorBoard log (built in)</source>
        <translation>Wie ein TensorBoard-Protokoll benannt (eingebaut)</translation>
    </message>
    <message>
        <source>Lies in a folder for data</source>
        <translation>Liegt in einem Ordner für Daten</translation>
    </message>
    <message>
        <source>Lies in a folder for documents</source>
        <translation>Liegt in einem Ordner für Dokumente</translation>
    </message>
    <message>
        <source>Lies in a folder for code</source>
        <translation>Liegt in einem Ordner für Code</translation>
    </message>
    <message>
        <source>Begins like a script (#!)</source>
        <translation>Beginnt wie ein Skript (#!)</translation>
    </message>
    <message>
        <source>Text under a name that no rule knows</source>
        <translation>Text unter einem Namen, den keine Regel kennt</translation>
    </message>
    <message>
        <source>Binary data under a name that no rule knows</source>
        <translation>Binärdaten unter einem Namen, den keine Regel kennt</translation>
    </message>
    <message>
        <source>First bytes: GGUF without tensors, only a vocabulary</source>
        <translation>Erste Bytes: GGUF ohne Tensoren, nur ein Vokabular</translation>
    </message>
    <message>
        <source>No pattern of modctl fits: decided by size</source>
        <translation>Kein Muster von modctl passt: nach Größe entschieden</translation>
    </message>
    <message>
        <source>Rule %1 (list of modctl)</source>
        <translation>Regel %1 (Liste von modctl)</translation>
    </message>
    <message>
        <source>weight</source>
        <comment>layer kind</comment>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>config</source>
        <comment>layer kind</comment>
        <translation>Config</translation>
    </message>
    <message>
        <source>doc</source>
        <comment>layer kind</comment>
        <translation>Doku</translation>
    </message>
    <message>
        <source>code</source>
        <comment>layer kind</comment>
        <translation>Code</translation>
    </message>
    <message>
        <source>dataset</source>
        <comment>layer kind</comment>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Docker model</source>
        <translation>Docker-Modell</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>raw</source>
        <comment>packaging: the file as it is</comment>
        <translation>roh</translation>
    </message>
    <message>
        <source>tar</source>
        <comment>packaging</comment>
        <translation>tar</translation>
    </message>
    <message>
        <source>tar + gzip</source>
        <comment>packaging</comment>
        <translation>tar + gzip</translation>
    </message>
    <message>
        <source>tar + zstd</source>
        <comment>packaging</comment>
        <translation>tar + zstd</translation>
    </message>
    <message>
        <source>Rule %1 (built in)</source>
        <translation>Regel %1 (eingebaut)</translation>
    </message>
    <message>
        <source>Rule %1 for a file of this size (built in)</source>
        <translation>Regel %1 für eine Datei dieser Größe (eingebaut)</translation>
    </message>
    <message>
        <source>First bytes: %1</source>
        <translation>Erste Bytes: %1</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>a guess: please look</source>
        <translation>eine Vermutung: bitte prüfen</translation>
    </message>
    <message>
        <source>Git data</source>
        <translation>Git-Daten</translation>
    </message>
    <message>
        <source>Left out by default</source>
        <translation>Von vornherein ausgelassen</translation>
    </message>
    <message>
        <source>Left out by default: %1</source>
        <translation>Von vornherein ausgelassen: %1</translation>
    </message>
    <message>
        <source>Named in .modelignore</source>
        <translation>In .modelignore genannt</translation>
    </message>
    <message>
        <source>Named in .modelignore: %1</source>
        <translation>In .modelignore genannt: %1</translation>
    </message>
    <message>
        <source>Left out on request</source>
        <translation>Auf Wunsch ausgelassen</translation>
    </message>
    <message>
        <source>Left out on request: %1</source>
        <translation>Auf Wunsch ausgelassen: %1</translation>
    </message>
    <message>
        <source>Leads out of the folder</source>
        <translation>Führt aus dem Ordner hinaus</translation>
    </message>
    <message>
        <source>Leads out of the folder: %1</source>
        <translation>Führt aus dem Ordner hinaus: %1</translation>
    </message>
    <message>
        <source>Link to nothing</source>
        <translation>Link ins Leere</translation>
    </message>
    <message>
        <source>Link to nothing: %1</source>
        <translation>Link ins Leere: %1</translation>
    </message>
    <message>
        <source>Link that leads back to itself</source>
        <translation>Link, der auf sich selbst zurückführt</translation>
    </message>
    <message>
        <source>Link that leads back to itself: %1</source>
        <translation>Link, der auf sich selbst zurückführt: %1</translation>
    </message>
    <message>
        <source>Not a file that can be packaged</source>
        <translation>Keine Datei, die sich verpacken lässt</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>Nicht lesbar: %1</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>The name is not UTF-8, so it could not be unpacked everywhere</source>
        <translation>Der Name ist nicht in UTF-8 und ließe sich nicht überall entpacken</translation>
    </message>
    <message>
        <source>The name could not be unpacked everywhere</source>
        <translation>Der Name ließe sich nicht überall entpacken</translation>
    </message>
    <message>
        <source>The name could not be unpacked everywhere: %1</source>
        <translation>Der Name ließe sich nicht überall entpacken: %1</translation>
    </message>
    <message>
        <source>Your rule %1</source>
        <translation>Eigene Regel %1</translation>
    </message>
    <message>
        <source>As it is published</source>
        <translation>Wie veröffentlicht</translation>
    </message>
</context>
<context>
    <name>modelcrate::LargestFilesModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Of the package</source>
        <translation>Anteil am Paket</translation>
    </message>
</context>
<context>
    <name>modelcrate::LayerBar</name>
    <message>
        <source>%1 %2, one file</source>
        <extracomment>%1 is a layer kind, %2 a size</extracomment>
        <translation>%1 %2, eine Datei</translation>
    </message>
    <message>
        <source>%1 %2, %3 files</source>
        <extracomment>%1 is a layer kind, %2 a size, %3 the number of files</extracomment>
        <translation>%1 %2, %3 Dateien</translation>
    </message>
    <message>
        <source>Layers by size</source>
        <translation>Layer nach Größe</translation>
    </message>
</context>
<context>
    <name>modelcrate::MainWindow</name>
    <message>
        <source>Finished: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>Failed: %1. %2</source>
        <translation>Fehlgeschlagen: %1. %2</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Transfers are running</source>
        <translation>Transfers laufen noch</translation>
    </message>
    <message>
        <source>They can be paused and go on where they stopped when Modelcrate is started again.</source>
        <translation>Sie lassen sich anhalten und machen beim nächsten Start von Modelcrate dort weiter, wo sie waren.</translation>
    </message>
    <message>
        <source>Pause and Quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>open package</source>
        <translation>geöffnetes Paket</translation>
    </message>
    <message>
        <source>recent, %1</source>
        <translation>zuletzt verwendet, %1</translation>
    </message>
    <message>
        <source>registries</source>
        <translation>Registrys</translation>
    </message>
    <message>
        <source>About Modelcrate</source>
        <translation>Info zu Modelcrate</translation>
    </message>
    <message>
        <source>Modelcrate %1

Packages AI models as CNCF ModelPack artifacts and moves them to and from OCI registries.

Apache-2.0</source>
        <translation>Modelcrate %1

Verpackt KI-Modelle als CNCF-ModelPack-Artefakte und bewegt sie in OCI-Registrys und aus ihnen heraus.

Apache-2.0</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>published model</source>
        <translation>veröffentlichtes Modell</translation>
    </message>
    <message>
        <source>%1 opens a folder</source>
        <translation>%1 öffnet einen Ordner</translation>
    </message>
</context>
<context>
    <name>modelcrate::ManifestContent</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed: %1.</source>
        <translation>
            <numerusform>%n Feld geändert: %1.</numerusform>
            <numerusform>%n Felder geändert: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) changed: %1.</source>
        <translation>
            <numerusform>%n Annotation geändert: %1.</numerusform>
            <numerusform>%n Annotationen geändert: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) replaced (%1).</source>
        <translation>
            <numerusform>%n Layer ersetzt (%1).</numerusform>
            <numerusform>%n Layer ersetzt (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of another kind or packaging (%1).</source>
        <translation>
            <numerusform>%n Layer von anderer Art oder Verpackung (%1).</numerusform>
            <numerusform>%n Layer von anderer Art oder Verpackung (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) renamed (%1).</source>
        <translation>
            <numerusform>%n Layer umbenannt (%1).</numerusform>
            <numerusform>%n Layer umbenannt (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) added (%1).</source>
        <translation>
            <numerusform>%n Layer hinzugefügt (%1).</numerusform>
            <numerusform>%n Layer hinzugefügt (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) removed (%1).</source>
        <translation>
            <numerusform>%n Layer entfernt (%1).</numerusform>
            <numerusform>%n Layer entfernt (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) to be compared once hashed (%1).</source>
        <translation>
            <numerusform>%n Layer zu vergleichen, sobald gehasht (%1).</numerusform>
            <numerusform>%n Layer zu vergleichen, sobald gehasht (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) unchanged (%1).</source>
        <translation>
            <numerusform>%n Layer unverändert (%1).</numerusform>
            <numerusform>%n Layer unverändert (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ManifestView</name>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>other kind</source>
        <translation>andere Art</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>to be compared</source>
        <translation>zu vergleichen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Config JSON</source>
        <translation>Config-JSON</translation>
    </message>
    <message>
        <source>Copy Value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Members of the manifest</source>
        <translation>Elemente des Manifests</translation>
    </message>
    <message>
        <source>JSON of the manifest</source>
        <translation>JSON des Manifests</translation>
    </message>
    <message>
        <source>JSON of the config</source>
        <translation>JSON der Config</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Nothing of this package was published yet. After the first publish, this page says what is different since then.</source>
        <translation>Von diesem Paket wurde noch nichts veröffentlicht. Nach dem ersten Mal sagt diese Seite, was seither anders ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n digest(s) pending</source>
        <translation>
            <numerusform>%n Digest ausstehend</numerusform>
            <numerusform>%n Digests ausstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, hashing %2</source>
        <translation>%1, Hashen %2</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ from %1</source>
        <translation>
            <numerusform>%n Feld weicht von %1 ab</numerusform>
            <numerusform>%n Felder weichen von %1 ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Same as %1</source>
        <translation>Gleich wie %1</translation>
    </message>
    <message>
        <source>Differs from %1</source>
        <translation>Weicht von %1 ab</translation>
    </message>
    <message>
        <source>Not published yet</source>
        <translation>Noch nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Config %1 · Manifest %2</source>
        <translation>Config %1 · Manifest %2</translation>
    </message>
</context>
<context>
    <name>modelcrate::Message</name>
    <message>
        <source>%1 %2 matches no file</source>
        <translation>%1 %2 passt auf keine Datei</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1 (Zeile %2)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 answered %2 when %3</source>
        <translation>%1 antwortete mit %2 (%3)</translation>
    </message>
    <message>
        <source>%1 answered %2 when %3: %4</source>
        <translation>%1 antwortete mit %2 (%3): %4</translation>
    </message>
    <message>
        <source>%1 answered with a part of the blob</source>
        <translation>%1 antwortete mit nur einem Teil des Blobs</translation>
    </message>
    <message>
        <source>%1 answered with a web page when asked for %2</source>
        <translation>%1 antwortete mit einer Webseite statt mit %2</translation>
    </message>
    <message>
        <source>%1 answered with other bytes than those asked for</source>
        <translation>%1 antwortete mit anderen Bytes als den angefragten</translation>
    </message>
    <message>
        <source>%1 answered with something else than a list when %2</source>
        <translation>%1 antwortete mit etwas anderem als einer Liste (%2)</translation>
    </message>
    <message>
        <source>%1 answered with something else than a list</source>
        <translation>%1 antwortete mit etwas anderem als einer Liste</translation>
    </message>
    <message>
        <source>%1 answers %2 with %3, which would lose the body</source>
        <translation>%1 antwortet auf %2 mit %3, wobei der Inhalt verloren ginge</translation>
    </message>
    <message>
        <source>%1 are needed in %2, %3 are free</source>
        <translation>%1 werden in %2 gebraucht, %3 sind frei</translation>
    </message>
    <message>
        <source>%1 asks for a sign-in of a kind that is not known here</source>
        <translation>%1 verlangt eine Art der Anmeldung, die hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>%1 asks for a user and password</source>
        <translation>%1 verlangt Benutzernamen und Passwort</translation>
    </message>
    <message>
        <source>%1 asks to wait %2 s</source>
        <translation>%1 bittet, %2 s zu warten</translation>
    </message>
    <message>
        <source>%1 at byte %2 of %3</source>
        <translation>%1 (bei Byte %2 von %3)</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <translation>%1 (Byte %2)</translation>
    </message>
    <message>
        <source>%1 became shorter while it was read</source>
        <translation>%1 wurde während des Lesens kürzer</translation>
    </message>
    <message>
        <source>%1 bytes follow the end of the archive</source>
        <translation>nach dem Ende des Archivs folgen %1 Bytes</translation>
    </message>
    <message>
        <source>%1 can only delete %2 with all its tags: %3 would go too</source>
        <translation>%1 kann %2 nur mit allen Tags löschen: auch %3 verschwände</translation>
    </message>
    <message>
        <source>%1 comes twice with different content</source>
        <translation>%1 kommt zweimal mit verschiedenem Inhalt vor</translation>
    </message>
    <message>
        <source>%1 comes twice with the same content</source>
        <translation>%1 kommt zweimal mit demselben Inhalt vor</translation>
    </message>
    <message>
        <source>%1 did not answer with a JSON object</source>
        <translation>%1 antwortete nicht mit einem JSON-Objekt</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s</source>
        <translation>%1 antwortete nicht innerhalb von %2 s</translation>
    </message>
    <message>
        <source>%1 does not accept the credentials found in %2</source>
        <translation>%1 nimmt die gefundenen Anmeldedaten nicht an (Quelle: %2)</translation>
    </message>
    <message>
        <source>%1 does not allow to delete</source>
        <translation>%1 erlaubt kein Löschen</translation>
    </message>
    <message>
        <source>%1 does not answer like an OCI registry (status %2 at /v2/)</source>
        <translation>%1 antwortet nicht wie eine OCI-Registry (Status %2 bei /v2/)</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 does not give back the manifest it was sent</source>
        <translation>%1 gibt das gesendete Manifest nicht wieder heraus</translation>
    </message>
    <message>
        <source>%1 does not list its repositories: %2</source>
        <translation>%1 listet seine Repositorys nicht auf: %2</translation>
    </message>
    <message>
        <source>%1 does not say imageLayoutVersion 1.0.0</source>
        <translation>%1 nennt nicht imageLayoutVersion 1.0.0</translation>
    </message>
    <message>
        <source>%1 gives no token without a sign-in</source>
        <translation>%1 gibt ohne Anmeldung kein Token heraus</translation>
    </message>
    <message>
        <source>%1 grew while it was read</source>
        <translation>%1 wurde während des Lesens größer</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, more than %3</source>
        <translation>%1 hat %2 Bytes, mehr als %3</translation>
    </message>
    <message>
        <source>%1 has %2 tags, too many to compare them all</source>
        <translation>%1 hat %2 Tags, zu viele, um alle zu vergleichen</translation>
    </message>
    <message>
        <source>%1 has %2, %3 takes at most %4</source>
        <translation>%1 hat %2, %3 nimmt höchstens %4 an</translation>
    </message>
    <message>
        <source>%1 has digest %2, expected %3</source>
        <translation>%1 hat den Digest %2, erwartet %3</translation>
    </message>
    <message>
        <source>%1 has no credential for %2</source>
        <translation>%1 hat keine Anmeldedaten für %2</translation>
    </message>
    <message>
        <source>%1 has no list</source>
        <translation>%1 hat keine Liste</translation>
    </message>
    <message>
        <source>%1 holds other files and is no image layout</source>
        <translation>%1 enthält andere Dateien und ist kein OCI-Layout</translation>
    </message>
    <message>
        <source>%1 holds other files under these names: %2</source>
        <translation>%1 enthält andere Dateien unter diesen Namen: %2</translation>
    </message>
    <message>
        <source>%1 holds other files</source>
        <translation>%1 enthält andere Dateien</translation>
    </message>
    <message>
        <source>%1 in %2 is not a ModelPack artifact, it is %3</source>
        <translation>%1 in %2 ist kein ModelPack-Artefakt, sondern %3</translation>
    </message>
    <message>
        <source>%1 in %2 was moved meanwhile: it stood for %3, now for %4</source>
        <translation>%1 in %2 wurde inzwischen verschoben: es stand für %3, jetzt für %4</translation>
    </message>
    <message>
        <source>%1 is %2, but %3 by %4</source>
        <translation>%1 ist %2, aber %3 laut %4</translation>
    </message>
    <message>
        <source>%1 is %2, but its blob in the Hugging Face cache is named %3</source>
        <translation>%1 ist %2, aber der Blob im Hugging-Face-Cache heißt %3</translation>
    </message>
    <message>
        <source>%1 is %2, neither an image manifest nor an index</source>
        <translation>%1 ist %2, weder ein Image-Manifest noch ein Index</translation>
    </message>
    <message>
        <source>%1 is %2, not what the target&apos;s digest says</source>
        <translation>%1 ist %2, nicht was der Digest des Ziels sagt</translation>
    </message>
    <message>
        <source>%1 is a digest, which always stands for the same bytes</source>
        <translation>%1 ist ein Digest, der immer für dieselben Bytes steht</translation>
    </message>
    <message>
        <source>%1 is a file</source>
        <translation>%1 ist eine Datei</translation>
    </message>
    <message>
        <source>%1 is a folder or package, not an artifact</source>
        <translation>%1 ist ein Ordner oder Paket, kein Artefakt</translation>
    </message>
    <message>
        <source>%1 is a symlink or a file where a folder is needed</source>
        <translation>%1 ist ein symbolischer Link oder eine Datei, wo ein Ordner nötig ist</translation>
    </message>
    <message>
        <source>%1 is a symlink</source>
        <translation>%1 ist ein Symlink</translation>
    </message>
    <message>
        <source>%1 is an artifact, not a folder or *.modelcrate.json</source>
        <translation>%1 ist ein Artefakt, kein Ordner und keine *.modelcrate.json</translation>
    </message>
    <message>
        <source>%1 is an index of %2 manifests</source>
        <translation>%1 ist ein Index mit %2 Manifesten</translation>
    </message>
    <message>
        <source>%1 is an index of several artifacts</source>
        <translation>%1 ist ein Index mehrerer Artefakte</translation>
    </message>
    <message>
        <source>%1 is an index</source>
        <translation>%1 ist ein Index</translation>
    </message>
    <message>
        <source>%1 is being moved by somebody else</source>
        <translation>%1 wird gerade von jemand anderem verschoben</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes</source>
        <translation>%1 ist größer als %2 Byte</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is neither true nor false</source>
        <translation>%1 ist weder true noch false</translation>
    </message>
    <message>
        <source>%1 is no absolute path</source>
        <translation>%1 ist kein absoluter Pfad</translation>
    </message>
    <message>
        <source>%1 is no folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>%1 is no object</source>
        <translation>%1 ist kein Objekt</translation>
    </message>
    <message>
        <source>%1 is no registry, layout or store</source>
        <translation>%1 ist keine Registry, kein Layout und kein Speicher</translation>
    </message>
    <message>
        <source>%1 is no text</source>
        <translation>%1 ist kein Text</translation>
    </message>
    <message>
        <source>%1 is not a JSON object</source>
        <translation>%1 ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>%1 is not a published artifact</source>
        <translation>%1 ist kein veröffentlichtes Artefakt</translation>
    </message>
    <message>
        <source>%1 is not contacted: %2</source>
        <translation>%1 wird nicht angefragt: %2</translation>
    </message>
    <message>
        <source>%1 is packed in an archive</source>
        <translation>%1 ist in ein Archiv verpackt</translation>
    </message>
    <message>
        <source>%1 is replaced twice</source>
        <translation>%1 wird zweimal ersetzt</translation>
    </message>
    <message>
        <source>%1 is shorter than it was</source>
        <translation>%1 ist kürzer, als es war</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 ist schon da</translation>
    </message>
    <message>
        <source>%1 is there and is no regular file</source>
        <translation>%1 ist vorhanden und keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>%1 is too large to be read as a text</source>
        <translation>%1 ist zu groß, um als Text gelesen zu werden</translation>
    </message>
    <message>
        <source>%1 leads from a public registry to a private address</source>
        <translation>%1 führt von einer öffentlichen Registry zu einer privaten Adresse</translation>
    </message>
    <message>
        <source>%1 lists more than %2 entries</source>
        <translation>%1 listet mehr als %2 Einträge auf</translation>
    </message>
    <message>
        <source>%1 lists more than %2 pages</source>
        <translation>%1 listet mehr als %2 Seiten auf</translation>
    </message>
    <message>
        <source>%1 lists more than %2 repositories</source>
        <translation>%1 listet mehr als %2 Repositorys auf</translation>
    </message>
    <message>
        <source>%1 lost the upload of %2 %3 times</source>
        <translation>%1 verlor das Hochladen von %2 %3-mal</translation>
    </message>
    <message>
        <source>%1 must be %2</source>
        <translation>%1: erwartet wird %2</translation>
    </message>
    <message>
        <source>%1 must be a known word</source>
        <translation>%1 muss ein bekanntes Wort sein</translation>
    </message>
    <message>
        <source>%1 must be a path that is not empty</source>
        <translation>%1 muss ein nicht leerer Pfad sein</translation>
    </message>
    <message>
        <source>%1 must be a positive integer</source>
        <translation>%1 muss eine positive ganze Zahl sein</translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <translation>%1 muss ein Text sein</translation>
    </message>
    <message>
        <source>%1 must be an array</source>
        <translation>%1 muss ein Array sein</translation>
    </message>
    <message>
        <source>%1 must be an object</source>
        <translation>%1 muss ein Objekt sein</translation>
    </message>
    <message>
        <source>%1 must be texts only</source>
        <translation>%1 darf nur Texte enthalten</translation>
    </message>
    <message>
        <source>%1 must be true or false</source>
        <translation>%1 muss true oder false sein</translation>
    </message>
    <message>
        <source>%1 names no tag and no digest</source>
        <translation>%1 nennt weder Tag noch Digest</translation>
    </message>
    <message>
        <source>%1 names no tag to remove</source>
        <translation>%1 nennt kein Tag, das zu entfernen wäre</translation>
    </message>
    <message>
        <source>%1 names no tag</source>
        <translation>%1 nennt kein Tag</translation>
    </message>
    <message>
        <source>%1 names no usable token service: %2</source>
        <translation>%1 nennt keinen brauchbaren Token-Dienst: %2</translation>
    </message>
    <message>
        <source>%1 names the token service %2, which is not contacted: %3</source>
        <translation>%1 nennt den Token-Dienst %2, der nicht angefragt wird: %3</translation>
    </message>
    <message>
        <source>%1 printed more than 1 MiB</source>
        <translation>%1 gab mehr als 1 MiB aus</translation>
    </message>
    <message>
        <source>%1 redirects more than %2 times</source>
        <translation>%1 leitet mehr als %2-mal weiter</translation>
    </message>
    <message>
        <source>%1 redirects without saying where</source>
        <translation>%1 leitet weiter, ohne zu sagen, wohin</translation>
    </message>
    <message>
        <source>%1 said it mounted %2 but does not have it</source>
        <translation>%1 hat %2 angeblich eingebunden, hat es aber nicht</translation>
    </message>
    <message>
        <source>%1 says that what arrived of %2 is not %3</source>
        <translation>laut %1 ist das, was von %2 ankam, nicht %3</translation>
    </message>
    <message>
        <source>%1 sent more than 256 KiB of headers</source>
        <translation>%1 sendete mehr als 256 KiB an Kopfzeilen</translation>
    </message>
    <message>
        <source>%1 started an upload without saying where</source>
        <translation>%1 begann einen Upload, ohne zu sagen, wo</translation>
    </message>
    <message>
        <source>%1 stored %2 as %3 instead of %4</source>
        <translation>%1 speicherte %2 als %3 statt als %4</translation>
    </message>
    <message>
        <source>%1 stored the manifest as %2 instead of %3</source>
        <translation>%1 speicherte das Manifest als %2 statt als %3</translation>
    </message>
    <message>
        <source>%1 wants your password sent to %2, which is not known to belong to it</source>
        <translation>%1 will das Passwort an %2 gesendet haben, was nicht bekanntermaßen dazugehört</translation>
    </message>
    <message>
        <source>%1 was moved meanwhile: it stood for %2, now for %3</source>
        <translation>%1 wurde inzwischen verschoben: es stand für %2, jetzt für %3</translation>
    </message>
    <message>
        <source>%1 was not looked at yet</source>
        <translation>%1 wurde noch nicht angesehen</translation>
    </message>
    <message>
        <source>%1, so nobody can tell which others would go with %2</source>
        <translation>%1; daher ist unbekannt, was mit %2 noch verschwände</translation>
    </message>
    <message>
        <source>%1: %2 [%3]</source>
        <translation>%1: %2 [%3]</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: /manifests must be an array</source>
        <translation>%1: /manifests muss ein Array sein</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not %3</source>
        <translation>%1: statt „%2“ wird erwartet: %3</translation>
    </message>
    <message>
        <source>%1: error:%2:SSL routines::wrong version number</source>
        <translation>der Server spricht kein TLS (%1, %2)</translation>
    </message>
    <message>
        <source>%1: nothing moved for %2 s</source>
        <translation>%1: seit %2 s bewegt sich nichts</translation>
    </message>
    <message>
        <source>%1: the answer is larger than %2 bytes</source>
        <translation>%1: Die Antwort ist größer als %2 Byte</translation>
    </message>
    <message>
        <source>%1: the keychain failed: %2</source>
        <translation>%1: Fehler des Schlüsselbunds: %2</translation>
    </message>
    <message>
        <source>%1: the keychain was not unlocked</source>
        <translation>%1: Der Schlüsselbund wurde nicht entsperrt</translation>
    </message>
    <message>
        <source>%1; bundle small files into tar layers: %2</source>
        <translation>%1; kleine Dateien in tar-Layer bündeln: %2</translation>
    </message>
    <message>
        <source>%1; while %2</source>
        <translation>%1; bei: %2</translation>
    </message>
    <message>
        <source>--bundle &apos;%1&apos; (%2 files)</source>
        <translation>--bundle &apos;%1&apos; (%2 Dateien)</translation>
    </message>
    <message>
        <source>/schemaVersion must be 2</source>
        <translation>/schemaVersion muss 2 sein</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>Leitung unterbrochen</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>Verbindung von der Gegenstelle zurückgesetzt</translation>
    </message>
    <message>
        <source>Connection timed out after %1 milliseconds</source>
        <translation>keine Verbindung nach %1 Millisekunden</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeit für die Verbindung abgelaufen</translation>
    </message>
    <message>
        <source>Connection was aborted</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>Could not connect to server</source>
        <translation>keine Verbindung zum Server</translation>
    </message>
    <message>
        <source>Could not resolve host: %1</source>
        <translation>Rechnername nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Could not resolve hostname</source>
        <translation>Rechnername nicht gefunden</translation>
    </message>
    <message>
        <source>Could not resolve proxy: %1</source>
        <translation>Proxy nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Couldn&apos;t connect to server</source>
        <translation>keine Verbindung zum Server</translation>
    </message>
    <message>
        <source>Couldn&apos;t resolve host name</source>
        <translation>Rechnername nicht gefunden</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät oder Ressource belegt</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Ordner nicht leer</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Kontingent des Datenträgers ausgeschöpft</translation>
    </message>
    <message>
        <source>Empty reply from server</source>
        <translation>leere Antwort vom Server</translation>
    </message>
    <message>
        <source>Failed sending data to the peer</source>
        <translation>Daten konnten nicht gesendet werden</translation>
    </message>
    <message>
        <source>Failed to connect to %1 port %2: %3</source>
        <translation>keine Verbindung zu %1, Port %2: %3</translation>
    </message>
    <message>
        <source>Failure when receiving data from the peer</source>
        <translation>Daten konnten nicht empfangen werden</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Datei ist schon da</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Datei zu groß</translation>
    </message>
    <message>
        <source>Harbor does not show a document of more than 4 MiB</source>
        <translation>Harbor zeigt kein Dokument mit mehr als 4 MiB</translation>
    </message>
    <message>
        <source>Harbor does not show it from a compressed layer (%1)</source>
        <translation>aus einem komprimierten Layer (%1) zeigt Harbor es nicht</translation>
    </message>
    <message>
        <source>Harbor shows it only when it is called %1 or %2, not %3</source>
        <translation>Harbor zeigt es nur, wenn es %1 oder %2 heißt, nicht %3</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>JSON document of %1 bytes is larger than %2</source>
        <translation>JSON-Dokument mit %1 Byte ist größer als %2</translation>
    </message>
    <message>
        <source>JSON document starts with a byte order mark</source>
        <translation>JSON-Dokument beginnt mit einer Byte-Reihenfolge-Marke</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>Netzwerk nicht erreichbar</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>kein Weg zum Rechner</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>OpenSSL SSL_connect: %1 in connection to %2</source>
        <translation>TLS-Verbindung zu %2: %1</translation>
    </message>
    <message>
        <source>OpenSSL SSL_read: %1, errno %2</source>
        <translation>Lesen über TLS: %1 (Fehler %2)</translation>
    </message>
    <message>
        <source>OpenSSL SSL_write: %1, errno %2</source>
        <translation>Schreiben über TLS: %1 (Fehler %2)</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>Operation timed out after %1 milliseconds with %2 bytes received</source>
        <translation>Zeit nach %1 Millisekunden abgelaufen, %2 Byte empfangen</translation>
    </message>
    <message>
        <source>Operation timed out after %1 milliseconds with %2 out of %3 bytes received</source>
        <translation>Zeit nach %1 Millisekunden abgelaufen, %2 von %3 Byte empfangen</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Recv failure: %1</source>
        <translation>Fehler beim Empfangen: %1</translation>
    </message>
    <message>
        <source>Resolving timed out after %1 milliseconds</source>
        <translation>Rechnername nach %1 Millisekunden nicht gefunden</translation>
    </message>
    <message>
        <source>SSL certificate problem: %1</source>
        <translation>Zertifikat nicht anerkannt: %1</translation>
    </message>
    <message>
        <source>SSL connect error</source>
        <translation>Fehler beim Aufbau der TLS-Verbindung</translation>
    </message>
    <message>
        <source>SSL connection timed out after %1 milliseconds</source>
        <translation>keine TLS-Verbindung nach %1 Millisekunden</translation>
    </message>
    <message>
        <source>SSL connection timeout</source>
        <translation>Zeit für die TLS-Verbindung abgelaufen</translation>
    </message>
    <message>
        <source>SSL peer certificate or SSH remote key was not OK</source>
        <translation>Zertifikat des Servers nicht anerkannt</translation>
    </message>
    <message>
        <source>SSL: certificate subject name &apos;%1&apos; does not match target host name &apos;%2&apos;</source>
        <translation>das Zertifikat gilt für „%1“, nicht für „%2“</translation>
    </message>
    <message>
        <source>SSL: no alternative certificate subject name matches target host name &apos;%1&apos;</source>
        <translation>das Zertifikat gilt nicht für „%1“</translation>
    </message>
    <message>
        <source>Send failure: %1</source>
        <translation>Fehler beim Senden: %1</translation>
    </message>
    <message>
        <source>Server returned nothing (no headers, no data)</source>
        <translation>der Server antwortete mit nichts</translation>
    </message>
    <message>
        <source>Software caused connection abort</source>
        <translation>Verbindung durch Software abgebrochen</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Datei ist nicht mehr gültig</translation>
    </message>
    <message>
        <source>Timeout was reached</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>zu viele symbolische Links hintereinander</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Transferred a partial file</source>
        <translation>nur ein Teil wurde übertragen</translation>
    </message>
    <message>
        <source>YAML document is larger than 1 MiB</source>
        <translation>YAML-Dokument ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>YAML is broken at line %1</source>
        <translation>YAML ist in Zeile %1 fehlerhaft</translation>
    </message>
    <message>
        <source>YAML: %1</source>
        <translation>im YAML: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2)</source>
        <translation>„%1“ (%2)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends in a dot or blank, which Windows drops</source>
        <translation>„%1“ endet mit einem Punkt oder Leerzeichen, was Windows weglässt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a character that Windows does not allow</source>
        <translation>„%1“ enthält ein Zeichen, das Windows nicht erlaubt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a FIFO, which model archives may not hold</source>
        <translation>„%1“ ist eine FIFO, die ein Modellarchiv nicht enthalten darf</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a block device, which model archives may not hold</source>
        <translation>„%1“ ist ein Blockgerät, das ein Modellarchiv nicht enthalten darf</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a character device, which model archives may not hold</source>
        <translation>„%1“ ist ein Zeichengerät, das ein Modellarchiv nicht enthalten darf</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a date-time that Go&apos;s readers refuse (lower-case t or z, or second 60)</source>
        <translation>„%1“ ist eine Zeitangabe, die Leser in Go ablehnen (kleines t oder z oder Sekunde 60)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a file and also needed as a folder</source>
        <translation>„%1“ ist eine Datei und wird auch als Ordner gebraucht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a hard link, which model archives may not hold</source>
        <translation>„%1“ ist ein harter Link, den ein Modellarchiv nicht enthalten darf</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a member of an unknown type, which model archives may not hold</source>
        <translation>„%1“ ist von unbekannter Art, die ein Modellarchiv nicht enthalten darf</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a reserved name on Windows</source>
        <translation>„%1“ ist unter Windows ein reservierter Name</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a sparse file, which model archives may not hold</source>
        <translation>„%1“ ist eine Datei mit Lücken, die ein Modellarchiv nicht enthalten darf</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a symbolic link, which model archives may not hold</source>
        <translation>„%1“ ist ein symbolischer Link, den ein Modellarchiv nicht enthalten darf</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no SPDX licence expression</source>
        <translation>„%1“ ist kein SPDX-Lizenzausdruck</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no absolute URL</source>
        <translation>„%1“ ist keine absolute URL</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date-time by RFC 3339, such as 2026-01-02T03:04:05Z</source>
        <translation>„%1“ ist keine Zeitangabe nach RFC 3339, etwa 2026-01-02T03:04:05Z</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no digest</source>
        <translation>„%1“ ist kein Digest</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no reference: %2</source>
        <translation>„%1“ ist keine Referenz: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no registry host: %2</source>
        <translation>„%1“ ist kein Registry-Host: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no repository name: %2</source>
        <translation>„%1“ ist kein Repository-Name: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no size such as 8B or 6.7B</source>
        <translation>„%1“ ist keine Größe wie 8B oder 6.7B</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no tag: %2</source>
        <translation>„%1“ ist kein Tag: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no two-letter ISO 639 code such as en</source>
        <translation>„%1“ ist kein zweibuchstabiger ISO-639-Code wie en</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of text, image, audio, video, embedding, other</source>
        <translation>„%1“ ist keines von text, image, audio, video, embedding, other</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the twenty layer types; readers leave it out</source>
        <translation>„%1“ ist keiner der zwanzig Layertypen; Leser lassen ihn aus</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a precision of the specification, such as bfloat16 or int8</source>
        <translation>„%1“ ist keine Genauigkeit der Spezifikation, etwa bfloat16 oder int8</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an assigned ISO 639 code</source>
        <translation>„%1“ ist kein vergebener ISO-639-Code</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of onnx, safetensors, gguf, pt</source>
        <translation>„%1“ ist keines von onnx, safetensors, gguf, pt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a credential helper</source>
        <translation>„%1“ ist kein Name eines Hilfsprogramms für Anmeldedaten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be &quot;true&quot; or &quot;false&quot;</source>
        <translation>„%1“ muss „true“ oder „false“ sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names a folder, not a file</source>
        <translation>„%1“ benennt einen Ordner, keine Datei</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names a registry but no repository in it, and is no folder that exists</source>
        <translation>„%1“ nennt eine Registry, aber kein Repository darin, und ist kein vorhandener Ordner</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no registry and is no folder that exists</source>
        <translation>„%1“ nennt keine Registry und ist kein vorhandener Ordner</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands there twice with the same content</source>
        <translation>„%1“ steht zweimal mit demselben Inhalt da</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, must be %2</source>
        <translation>„%1“, muss %2 sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>a Docker model</source>
        <translation>ein Docker-Modell</translation>
    </message>
    <message>
        <source>a Flux artifact</source>
        <translation>ein Flux-Artefakt</translation>
    </message>
    <message>
        <source>a Helm chart</source>
        <translation>ein Helm-Chart</translation>
    </message>
    <message>
        <source>a Hugging Face artifact</source>
        <translation>ein Hugging-Face-Artefakt</translation>
    </message>
    <message>
        <source>a KitOps ModelKit</source>
        <translation>ein KitOps-ModelKit</translation>
    </message>
    <message>
        <source>a Notary signature</source>
        <translation>eine Notary-Signatur</translation>
    </message>
    <message>
        <source>a URL</source>
        <translation>eine URL</translation>
    </message>
    <message>
        <source>a WebAssembly module</source>
        <translation>ein WebAssembly-Modul</translation>
    </message>
    <message>
        <source>a container image</source>
        <translation>ein Container-Image</translation>
    </message>
    <message>
        <source>a cosign signature</source>
        <translation>eine cosign-Signatur</translation>
    </message>
    <message>
        <source>a credentials file must be a JSON object</source>
        <translation>eine Datei mit Anmeldedaten muss ein JSON-Objekt sein</translation>
    </message>
    <message>
        <source>a descriptor must be an object</source>
        <translation>ein Deskriptor muss ein Objekt sein</translation>
    </message>
    <message>
        <source>a folder inside itself</source>
        <translation>ein Ordner in sich selbst</translation>
    </message>
    <message>
        <source>a key stands twice</source>
        <translation>ein Schlüssel kommt doppelt vor</translation>
    </message>
    <message>
        <source>a key that is empty, too long or there already:</source>
        <translation>ein Schlüssel, der leer, zu lang oder schon vorhanden ist</translation>
    </message>
    <message>
        <source>a list of text, image, audio, video, embedding, other</source>
        <translation>eine Liste aus text, image, audio, video, embedding, other</translation>
    </message>
    <message>
        <source>a list of texts, [&quot;a&quot;,&quot;b&quot;] or a,b</source>
        <translation>eine Liste von Texten, [&quot;a&quot;,&quot;b&quot;] oder a,b</translation>
    </message>
    <message>
        <source>a list of two-letter ISO 639 codes such as en</source>
        <translation>eine Liste zweibuchstabiger ISO-639-Codes, etwa en</translation>
    </message>
    <message>
        <source>a manifest must be a JSON object</source>
        <translation>ein Manifest muss ein JSON-Objekt sein</translation>
    </message>
    <message>
        <source>a model config must be a JSON object, this is %1</source>
        <translation>eine Modell-Config muss ein JSON-Objekt sein, dies ist vom Typ %1</translation>
    </message>
    <message>
        <source>a name that was not there before</source>
        <translation>ein Name, der noch nicht vorkam</translation>
    </message>
    <message>
        <source>a number below 2^64</source>
        <translation>eine Zahl unter 2^64</translation>
    </message>
    <message>
        <source>a pair of surrogates</source>
        <translation>ein Paar von Surrogaten</translation>
    </message>
    <message>
        <source>a part is longer than 255 bytes</source>
        <translation>ein Teil ist länger als 255 Byte</translation>
    </message>
    <message>
        <source>a plain artifact with files, as oras writes it (type %1)</source>
        <translation>ein einfaches Artefakt mit Dateien, wie oras es schreibt (Typ %1)</translation>
    </message>
    <message>
        <source>a sigstore signature</source>
        <translation>eine sigstore-Signatur</translation>
    </message>
    <message>
        <source>a single zero block stands between members</source>
        <translation>zwischen Einträgen steht ein einzelner leerer Block</translation>
    </message>
    <message>
        <source>a software bill of materials</source>
        <translation>eine Software-Stückliste (SBOM)</translation>
    </message>
    <message>
        <source>a tensor larger than any file:</source>
        <translation>ein Tensor, der größer ist als jede Datei</translation>
    </message>
    <message>
        <source>a tensor of a type that does not exist any more:</source>
        <translation>ein Tensor von einem Typ, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>a tensor that does not begin where the one before ends:</source>
        <translation>ein Tensor, der nicht beginnt, wo der vorige endet</translation>
    </message>
    <message>
        <source>a tensor whose name is too long or there already, or with more than 4 dimensions:</source>
        <translation>ein Tensor, dessen Name zu lang oder schon vorhanden ist, oder mit mehr als 4 Dimensionen</translation>
    </message>
    <message>
        <source>a tensor whose rows are no whole blocks:</source>
        <translation>ein Tensor, dessen Zeilen keine ganzen Blöcke sind</translation>
    </message>
    <message>
        <source>a text is longer than the file</source>
        <translation>ein Text ist länger als die Datei</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>ein nicht leerer Text</translation>
    </message>
    <message>
        <source>a time such as 2026-01-02T03:04:05Z</source>
        <translation>eine Zeit wie 2026-01-02T03:04:05Z</translation>
    </message>
    <message>
        <source>a value of unknown type</source>
        <translation>ein Wert von unbekanntem Typ</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>after &apos;@&apos; must come sha256: and 64 lower-case hex digits</source>
        <translation>nach „@“ müssen sha256: und 64 kleine Hexadezimalziffern folgen</translation>
    </message>
    <message>
        <source>aliases are not accepted</source>
        <translation>Aliasse sind nicht zugelassen</translation>
    </message>
    <message>
        <source>an Ollama model</source>
        <translation>ein Ollama-Modell</translation>
    </message>
    <message>
        <source>an alignment that is no power of two:</source>
        <translation>eine Ausrichtung, die keine Zweierpotenz ist</translation>
    </message>
    <message>
        <source>an annotation needs a key</source>
        <translation>eine Annotation braucht einen Schlüssel</translation>
    </message>
    <message>
        <source>an array longer than the file</source>
        <translation>ein Array, das länger ist als die Datei</translation>
    </message>
    <message>
        <source>an array of unknown type or longer than the file</source>
        <translation>ein Array von unbekanntem Typ oder länger als die Datei</translation>
    </message>
    <message>
        <source>an edit of a published artifact is no package to send</source>
        <translation>die Bearbeitung eines veröffentlichten Artefakts ist kein Paket zum Senden</translation>
    </message>
    <message>
        <source>an empty text is no source and no target</source>
        <translation>ein leerer Text ist weder Quelle noch Ziel</translation>
    </message>
    <message>
        <source>an escape</source>
        <translation>eine Escape-Sequenz</translation>
    </message>
    <message>
        <source>an extended header has a size that is no number</source>
        <translation>ein erweiterter Kopf hat eine Größe, die keine Zahl ist</translation>
    </message>
    <message>
        <source>an extended header is larger than 1 MiB</source>
        <translation>ein erweiterter Kopf ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>an extended header is malformed</source>
        <translation>ein erweiterter Kopf ist fehlerhaft</translation>
    </message>
    <message>
        <source>an in-toto attestation</source>
        <translation>eine in-toto-Bescheinigung</translation>
    </message>
    <message>
        <source>annotation &quot;%1&quot; must be a text</source>
        <translation>die Annotation „%1“ muss ein Text sein</translation>
    </message>
    <message>
        <source>annotations must be an object</source>
        <translation>Annotationen müssen ein Objekt sein</translation>
    </message>
    <message>
        <source>another kind of artifact (type %1)</source>
        <translation>ein Artefakt anderer Art (Typ %1)</translation>
    </message>
    <message>
        <source>another program keeps %1</source>
        <translation>ein anderes Programm hält %1</translation>
    </message>
    <message>
        <source>artifactType of a descriptor must be a text</source>
        <translation>artifactType eines Deskriptors muss ein Text sein</translation>
    </message>
    <message>
        <source>asking %1 for a token</source>
        <translation>Anfrage eines Tokens bei %1</translation>
    </message>
    <message>
        <source>asking for %1</source>
        <translation>Anfrage nach %1</translation>
    </message>
    <message>
        <source>asking what refers to %1</source>
        <translation>Anfrage, was auf %1 verweist</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>Binärdaten</translation>
    </message>
    <message>
        <source>blob %1 is not in %2</source>
        <translation>der Blob %1 ist nicht in %2</translation>
    </message>
    <message>
        <source>cannot ask for free space at %1</source>
        <translation>freier Platz in %1 lässt sich nicht abfragen</translation>
    </message>
    <message>
        <source>cannot ask for the free space of %1</source>
        <translation>freier Platz von %1 lässt sich nicht erfragen</translation>
    </message>
    <message>
        <source>cannot create a file in %1</source>
        <translation>in %1 lässt sich keine Datei anlegen</translation>
    </message>
    <message>
        <source>cannot create folder %1</source>
        <translation>Ordner %1 lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>cannot list %1</source>
        <translation>%1 lässt sich nicht auflisten</translation>
    </message>
    <message>
        <source>cannot lock %1</source>
        <translation>%1 lässt sich nicht sperren</translation>
    </message>
    <message>
        <source>cannot lock a folder in %1</source>
        <translation>in %1 lässt sich kein Ordner sperren</translation>
    </message>
    <message>
        <source>cannot look at %1</source>
        <translation>%1 lässt sich nicht ansehen</translation>
    </message>
    <message>
        <source>cannot make a pipe</source>
        <translation>eine Pipe lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>cannot open %1</source>
        <translation>%1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>cannot open folder %1</source>
        <translation>Ordner %1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>cannot open it</source>
        <translation>lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>cannot open lock %1</source>
        <translation>Sperrdatei %1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>cannot put a file at %1</source>
        <translation>unter %1 lässt sich keine Datei ablegen</translation>
    </message>
    <message>
        <source>cannot read %1</source>
        <translation>%1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>cannot read from %1</source>
        <translation>von %1 lässt sich nichts lesen</translation>
    </message>
    <message>
        <source>cannot rename to %1</source>
        <translation>das Umbenennen in %1 ist nicht möglich</translation>
    </message>
    <message>
        <source>cannot reserve %1 bytes for %2</source>
        <translation>%1 Byte für %2 lassen sich nicht reservieren</translation>
    </message>
    <message>
        <source>cannot reserve %1 bytes in %2</source>
        <translation>%1 Byte in %2 lassen sich nicht reservieren</translation>
    </message>
    <message>
        <source>cannot seek in %1</source>
        <translation>in %1 lässt sich nicht springen</translation>
    </message>
    <message>
        <source>cannot set the mode of %1</source>
        <translation>Zugriffsrechte von %1 lassen sich nicht setzen</translation>
    </message>
    <message>
        <source>cannot set the mode of a file in %1</source>
        <translation>Zugriffsrechte einer Datei in %1 lassen sich nicht setzen</translation>
    </message>
    <message>
        <source>cannot start it</source>
        <translation>lässt sich nicht starten</translation>
    </message>
    <message>
        <source>cannot start the credential helper %1: %2</source>
        <translation>das Hilfsprogramm für Anmeldedaten %1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>cannot sync %1</source>
        <translation>%1 lässt sich nicht auf den Datenträger schreiben</translation>
    </message>
    <message>
        <source>cannot sync a file in %1</source>
        <translation>eine Datei in %1 lässt sich nicht auf den Datenträger schreiben</translation>
    </message>
    <message>
        <source>cannot sync folder %1</source>
        <translation>Ordner %1 lässt sich nicht auf den Datenträger schreiben</translation>
    </message>
    <message>
        <source>cannot wait for %1</source>
        <translation>auf %1 lässt sich nicht warten</translation>
    </message>
    <message>
        <source>cannot watch folders</source>
        <translation>Ordner lassen sich nicht beobachten</translation>
    </message>
    <message>
        <source>cannot write %1</source>
        <translation>%1 lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>cannot write to folder %1</source>
        <translation>in den Ordner %1 lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>certificate has expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>certificate is not yet valid</source>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>compressed data ends too early</source>
        <translation>komprimierte Daten enden zu früh</translation>
    </message>
    <message>
        <source>compressed data expands more than %1 times</source>
        <translation>komprimierte Daten wachsen auf mehr als das %1-Fache</translation>
    </message>
    <message>
        <source>compressed weights: modctl and Docker Model Runner cannot read them, and little is saved</source>
        <translation>komprimierte Gewichte: modctl und Docker Model Runner können sie nicht lesen, und gespart wird wenig</translation>
    </message>
    <message>
        <source>config.json is no JSON object</source>
        <translation>config.json ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>content has digest %1, expected %2</source>
        <translation>der Inhalt hat den Digest %1, erwartet war %2</translation>
    </message>
    <message>
        <source>content is larger than %1 bytes</source>
        <translation>der Inhalt ist größer als %1 Byte</translation>
    </message>
    <message>
        <source>content of %1 ends after %2 of %3 bytes</source>
        <translation>der Inhalt von %1 endet nach %2 von %3 Byte</translation>
    </message>
    <message>
        <source>content of %1 is longer than %2 bytes</source>
        <translation>der Inhalt von %1 ist länger als %2 Byte</translation>
    </message>
    <message>
        <source>credentials are not taken from where they are only read</source>
        <translation>wo Anmeldedaten nur gelesen werden, werden sie nicht entfernt</translation>
    </message>
    <message>
        <source>credentials are not written to where they are only read</source>
        <translation>wo Anmeldedaten nur gelesen werden, werden sie nicht geschrieben</translation>
    </message>
    <message>
        <source>data after the end of the archive: part of the digest, but of no file</source>
        <translation>Daten nach dem Ende des Archivs: Teil des Digests, aber keiner Datei</translation>
    </message>
    <message>
        <source>data of a descriptor does not have digest %1</source>
        <translation>data eines Deskriptors hat nicht den Digest %1</translation>
    </message>
    <message>
        <source>data of a descriptor is not base64</source>
        <translation>data eines Deskriptors ist kein base64</translation>
    </message>
    <message>
        <source>differs from &quot;%1&quot; only in case or Unicode form</source>
        <translation>unterscheidet sich von „%1“ nur in Groß- und Kleinschreibung oder Unicode-Form</translation>
    </message>
    <message>
        <source>differs from the digest of its uncompressed layer</source>
        <translation>weicht vom Digest des unkomprimierten Layers ab</translation>
    </message>
    <message>
        <source>differs from the filepath, which wins</source>
        <translation>weicht vom Dateipfad ab, der Vorrang hat</translation>
    </message>
    <message>
        <source>digest algorithm of %1 is not sha256 or sha512</source>
        <translation>der Digest-Algorithmus von %1 ist nicht sha256 oder sha512</translation>
    </message>
    <message>
        <source>does not have the descriptor&apos;s digest and size</source>
        <translation>hat nicht Digest und Größe des Deskriptors</translation>
    </message>
    <message>
        <source>dtype, shape and data_offsets</source>
        <translation>dtype, shape und data_offsets</translation>
    </message>
    <message>
        <source>each part must be lower-case letters and digits, joined by one &apos;.&apos;, one or two &apos;_&apos;, or &apos;-&apos;</source>
        <translation>jeder Teil muss aus Kleinbuchstaben und Ziffern bestehen, verbunden durch ein „.“, ein oder zwei „_“ oder „-“</translation>
    </message>
    <message>
        <source>error setting certificate file: %1</source>
        <translation>Zertifikatdatei lässt sich nicht verwenden: %1</translation>
    </message>
    <message>
        <source>expected %1 at byte %2</source>
        <translation>bei Byte %2 erwartet: %1</translation>
    </message>
    <message>
        <source>expected a name such as registry.example.com, an address or localhost</source>
        <translation>erwartet wird ein Name wie registry.example.com, eine Adresse oder localhost</translation>
    </message>
    <message>
        <source>file %1 changed since it was listed</source>
        <translation>Datei %1 hat sich seit dem Einlesen geändert</translation>
    </message>
    <message>
        <source>file %1 changed while it was read: %2</source>
        <translation>Datei %1 hat sich während des Lesens geändert: %2</translation>
    </message>
    <message>
        <source>finishing %1</source>
        <translation>Abschluss von %1</translation>
    </message>
    <message>
        <source>folders nested too deep</source>
        <translation>zu tief verschachtelte Ordner</translation>
    </message>
    <message>
        <source>forgetting the password of %1</source>
        <translation>Vergessen des Passworts von %1</translation>
    </message>
    <message>
        <source>four hex digits</source>
        <translation>vier Hexadezimalziffern</translation>
    </message>
    <message>
        <source>front matter is opened by --- but never closed</source>
        <translation>der Kopf wird mit --- begonnen, aber nie beendet</translation>
    </message>
    <message>
        <source>front matter was not read: %1</source>
        <translation>der Kopf wurde nicht gelesen: %1</translation>
    </message>
    <message>
        <source>has %1 bytes; registries take at most 4 MiB</source>
        <translation>hat %1 Bytes; Registrys nehmen höchstens 4 MiB an</translation>
    </message>
    <message>
        <source>has another size than index.json says</source>
        <translation>hat eine andere Größe, als index.json sagt</translation>
    </message>
    <message>
        <source>holds more than permission bits</source>
        <translation>enthält mehr als Rechte-Bits</translation>
    </message>
    <message>
        <source>holds setuid, setgid or sticky, which is never restored</source>
        <translation>enthält setuid, setgid oder sticky, was nie wiederhergestellt wird</translation>
    </message>
    <message>
        <source>holds what is no URI</source>
        <translation>enthält etwas, das keine URI ist</translation>
    </message>
    <message>
        <source>host and repository together are longer than 255 characters</source>
        <translation>Host und Repository sind zusammen länger als 255 Zeichen</translation>
    </message>
    <message>
        <source>indexes are nested deeper than %1</source>
        <translation>Indexe sind tiefer als %1 verschachtelt</translation>
    </message>
    <message>
        <source>indexes are nested deeper than %1; what is below is not judged</source>
        <translation>Indexe sind tiefer als %1 verschachtelt; was darunter liegt, wird nicht beurteilt</translation>
    </message>
    <message>
        <source>is %1, but the layer has %2 bytes</source>
        <translation>ist %1, aber der Layer hat %2 Bytes</translation>
    </message>
    <message>
        <source>is a Git LFS pointer, the file itself was not downloaded (git lfs pull)</source>
        <translation>ist ein Git-LFS-Zeiger, die Datei selbst wurde nicht heruntergeladen (git lfs pull)</translation>
    </message>
    <message>
        <source>is a name of before v0.0.7 among newer ones</source>
        <translation>ist ein Name aus der Zeit vor v0.0.7 unter neueren</translation>
    </message>
    <message>
        <source>is a web page, most likely an error page saved by a failed download</source>
        <translation>ist eine Webseite, wahrscheinlich die gespeicherte Fehlerseite eines misslungenen Downloads</translation>
    </message>
    <message>
        <source>is manifest and index at once</source>
        <translation>ist zugleich Manifest und Index</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is missing, must be %1</source>
        <translation>fehlt, muss %1 sein</translation>
    </message>
    <message>
        <source>is missing; people will look for it</source>
        <translation>fehlt; Menschen werden danach suchen</translation>
    </message>
    <message>
        <source>is missing; readers take 0 or nothing for it</source>
        <translation>fehlt; Leser nehmen dafür 0 oder nichts an</translation>
    </message>
    <message>
        <source>is neither file nor folder</source>
        <translation>ist weder Datei noch Ordner</translation>
    </message>
    <message>
        <source>is no JSON: %1</source>
        <translation>ist kein JSON: %1</translation>
    </message>
    <message>
        <source>is no member that readers know</source>
        <translation>ist kein Feld, das Leser kennen</translation>
    </message>
    <message>
        <source>is no member that the specification knows</source>
        <translation>ist kein Feld, das die Spezifikation kennt</translation>
    </message>
    <message>
        <source>is the name of before v0.0.7; newer tools write vnd.cncf</source>
        <translation>ist der Name aus der Zeit vor v0.0.7; neuere Werkzeuge schreiben vnd.cncf</translation>
    </message>
    <message>
        <source>it became shorter</source>
        <translation>kürzer geworden</translation>
    </message>
    <message>
        <source>it begins with a drive letter</source>
        <translation>beginnt mit einem Laufwerksbuchstaben</translation>
    </message>
    <message>
        <source>it ends in the middle of a block</source>
        <translation>endet mitten in einem Block</translation>
    </message>
    <message>
        <source>it ends in the middle of a member</source>
        <translation>endet mitten in einem Eintrag</translation>
    </message>
    <message>
        <source>it ends in the middle of an extended header</source>
        <translation>endet mitten in einem erweiterten Kopf</translation>
    </message>
    <message>
        <source>it has %1 bytes, expected %2</source>
        <translation>hat %1 Bytes, erwartet %2</translation>
    </message>
    <message>
        <source>it has digest %1, expected %2</source>
        <translation>hat den Digest %1, erwartet %2</translation>
    </message>
    <message>
        <source>it has no session bus</source>
        <translation>kein Sitzungsbus vorhanden</translation>
    </message>
    <message>
        <source>it has no valid IPv6 address in its brackets</source>
        <translation>keine gültige IPv6-Adresse in den Klammern</translation>
    </message>
    <message>
        <source>it has no valid host</source>
        <translation>kein gültiger Rechnername</translation>
    </message>
    <message>
        <source>it holds &quot;..&quot;</source>
        <translation>enthält „..“</translation>
    </message>
    <message>
        <source>it holds a backslash, which separates folders on Windows</source>
        <translation>enthält einen umgekehrten Schrägstrich, der unter Windows Ordner trennt</translation>
    </message>
    <message>
        <source>it holds blanks or control characters</source>
        <translation>enthält Leer- oder Steuerzeichen</translation>
    </message>
    <message>
        <source>it holds control characters</source>
        <translation>enthält Steuerzeichen</translation>
    </message>
    <message>
        <source>it holds user information</source>
        <translation>enthält Benutzerangaben</translation>
    </message>
    <message>
        <source>it is a URL; write host/repository:tag without the scheme</source>
        <translation>es ist eine URL; host/repository:tag ohne das Schema schreiben</translation>
    </message>
    <message>
        <source>it is absolute</source>
        <translation>ist absolut</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>ist nicht mehr da</translation>
    </message>
    <message>
        <source>it is longer than 16 KiB</source>
        <translation>ist länger als 16 KiB</translation>
    </message>
    <message>
        <source>it is longer than 255 characters</source>
        <translation>er ist länger als 255 Zeichen</translation>
    </message>
    <message>
        <source>it is longer than 4096 bytes</source>
        <translation>ist länger als 4096 Byte</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>ist kein UTF-8</translation>
    </message>
    <message>
        <source>it is written in the way of release v0.0.6</source>
        <translation>es ist nach der Art der Version v0.0.6 geschrieben</translation>
    </message>
    <message>
        <source>it leads from a public registry to a private address</source>
        <translation>führt von einer öffentlichen Registry zu einer privaten Adresse</translation>
    </message>
    <message>
        <source>it leads from https to plain http</source>
        <translation>führt von https zu unverschlüsseltem http</translation>
    </message>
    <message>
        <source>it must be letters, digits, &apos;_&apos;, &apos;.&apos; and &apos;-&apos;, and not begin with &apos;.&apos; or &apos;-&apos;</source>
        <translation>es muss aus Buchstaben, Ziffern, „_“, „.“ und „-“ bestehen und darf nicht mit „.“ oder „-“ beginnen</translation>
    </message>
    <message>
        <source>it must have 1 to 128 characters</source>
        <translation>es muss 1 bis 128 Zeichen haben</translation>
    </message>
    <message>
        <source>it names the folder itself</source>
        <translation>bezeichnet den Ordner selbst</translation>
    </message>
    <message>
        <source>it satisfies release v0.0.7</source>
        <translation>es genügt der Version v0.0.7</translation>
    </message>
    <message>
        <source>its diffId is &quot;%1&quot;, its content has %2</source>
        <translation>die diffId ist „%1“, der Inhalt hat %2</translation>
    </message>
    <message>
        <source>its media type says %1, is %2</source>
        <translation>laut Medientyp %1, tatsächlich %2</translation>
    </message>
    <message>
        <source>its port is no number from 1 to 65535</source>
        <translation>der Port ist keine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>its size, time or inode differ</source>
        <translation>Größe, Zeit oder Inode sind anders</translation>
    </message>
    <message>
        <source>keeping the password of %1</source>
        <translation>Aufbewahren des Passworts von %1</translation>
    </message>
    <message>
        <source>keys must be texts</source>
        <translation>Schlüssel müssen Texte sein</translation>
    </message>
    <message>
        <source>left out: %1 is no layer type of ModelPack</source>
        <translation>ausgelassen: %1 ist kein Layertyp von ModelPack</translation>
    </message>
    <message>
        <source>left out: %1 names a folder</source>
        <translation>ausgelassen: %1 benennt einen Ordner</translation>
    </message>
    <message>
        <source>left out: no annotation says what the file is called</source>
        <translation>ausgelassen: keine Annotation sagt, wie die Datei heißt</translation>
    </message>
    <message>
        <source>listing Harbor&apos;s repositories</source>
        <translation>Auflisten der Repositorys von Harbor</translation>
    </message>
    <message>
        <source>listing repositories</source>
        <translation>Auflisten der Repositorys</translation>
    </message>
    <message>
        <source>listing the tags of %1</source>
        <translation>Auflisten der Tags von %1</translation>
    </message>
    <message>
        <source>looking for a blob in %1</source>
        <translation>Suche nach einem Blob in %1</translation>
    </message>
    <message>
        <source>member &quot;%1&quot; stands twice</source>
        <translation>„%1“ kommt doppelt vor</translation>
    </message>
    <message>
        <source>modctl and Docker Model Runner cannot read compressed layers</source>
        <translation>modctl und Docker Model Runner können komprimierte Layer nicht lesen</translation>
    </message>
    <message>
        <source>modctl skips it</source>
        <translation>modctl übergeht es</translation>
    </message>
    <message>
        <source>more records than the file has room for:</source>
        <translation>mehr Einträge, als die Datei Platz hat</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>muss %1 sein</translation>
    </message>
    <message>
        <source>must be &quot;1.0.0&quot;</source>
        <translation>muss „1.0.0“ sein</translation>
    </message>
    <message>
        <source>must be &quot;layers&quot;</source>
        <translation>muss „layers“ sein</translation>
    </message>
    <message>
        <source>must be a date-time such as 2026-01-02T03:04:05Z; modctl stops at others</source>
        <translation>muss eine Zeitangabe wie 2026-01-02T03:04:05Z sein; an anderen scheitert modctl</translation>
    </message>
    <message>
        <source>must be a descriptor</source>
        <translation>muss ein Deskriptor sein</translation>
    </message>
    <message>
        <source>must be a media type by RFC 6838</source>
        <translation>muss ein Medientyp nach RFC 6838 sein</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must be a text, is %1</source>
        <translation>muss ein Text sein, ist vom Typ %1</translation>
    </message>
    <message>
        <source>must be algorithm:encoded, for sha256 with 64 lower-case hex digits</source>
        <translation>muss algorithm:encoded sein, für sha256 mit 64 kleinen Hexadezimalziffern</translation>
    </message>
    <message>
        <source>must be an array</source>
        <translation>muss ein Array sein</translation>
    </message>
    <message>
        <source>must be an array, is %1</source>
        <translation>muss ein Array sein, ist vom Typ %1</translation>
    </message>
    <message>
        <source>must be an integer from 0 to %1</source>
        <translation>muss eine ganze Zahl von 0 bis %1 sein</translation>
    </message>
    <message>
        <source>must be an integer that is not negative</source>
        <translation>muss eine nicht negative ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>must be an object, is %1</source>
        <translation>muss ein Objekt sein, ist vom Typ %1</translation>
    </message>
    <message>
        <source>must be base64 with padding (RFC 4648 section 4)</source>
        <translation>muss base64 mit Auffüllung sein (RFC 4648, Abschnitt 4)</translation>
    </message>
    <message>
        <source>must be the integer 2</source>
        <translation>muss die ganze Zahl 2 sein</translation>
    </message>
    <message>
        <source>must be true or false, is %1</source>
        <translation>muss true oder false sein, ist vom Typ %1</translation>
    </message>
    <message>
        <source>must hold at least one element</source>
        <translation>muss mindestens ein Element enthalten</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>no OCI image layout at %1</source>
        <translation>kein OCI-Layout bei %1</translation>
    </message>
    <message>
        <source>no blob %1</source>
        <translation>kein Blob %1</translation>
    </message>
    <message>
        <source>no control character</source>
        <translation>kein Steuerzeichen</translation>
    </message>
    <message>
        <source>no layer kind: %1</source>
        <translation>keine Art von Layer: %1</translation>
    </message>
    <message>
        <source>no manifest %1</source>
        <translation>kein Manifest %1</translation>
    </message>
    <message>
        <source>no org.cncf.model.filepath: kit and Docker Model Runner do not find weights without it</source>
        <translation>kein org.cncf.model.filepath: kit und Docker Model Runner finden Gewichte sonst nicht</translation>
    </message>
    <message>
        <source>no org.cncf.model.filepath: no reader can place the file</source>
        <translation>kein org.cncf.model.filepath: kein Leser kann die Datei ablegen</translation>
    </message>
    <message>
        <source>no org.opencontainers.image.title: oras, podman and CRI-O cannot name the file</source>
        <translation>kein org.opencontainers.image.title: oras, podman und CRI-O können die Datei nicht benennen</translation>
    </message>
    <message>
        <source>no package in it</source>
        <translation>kein Paket darin</translation>
    </message>
    <message>
        <source>no tag %1 in %2</source>
        <translation>kein Tag %1 in %2</translation>
    </message>
    <message>
        <source>not a Modelcrate package: the member &quot;format&quot; is not %1</source>
        <translation>kein Modelcrate-Paket: das Feld „format“ ist nicht %1</translation>
    </message>
    <message>
        <source>not a media type: &quot;%1&quot;</source>
        <translation>kein Medientyp: „%1“</translation>
    </message>
    <message>
        <source>not a model artifact; judged by the OCI image specification alone</source>
        <translation>kein Modellartefakt; nur nach der OCI-Image-Spezifikation beurteilt</translation>
    </message>
    <message>
        <source>not a regular file: %1</source>
        <translation>keine gewöhnliche Datei: %1</translation>
    </message>
    <message>
        <source>not a sha256 or sha512 digest: &quot;%1&quot;</source>
        <translation>kein Digest nach sha256 oder sha512: „%1“</translation>
    </message>
    <message>
        <source>not a usable URL: %1: %2</source>
        <translation>keine brauchbare URL: %1: %2</translation>
    </message>
    <message>
        <source>not an image index but %1</source>
        <translation>kein Image-Index, sondern %1</translation>
    </message>
    <message>
        <source>not an image manifest but %1</source>
        <translation>kein Image-Manifest, sondern %1</translation>
    </message>
    <message>
        <source>not read: %1</source>
        <translation>nicht gelesen: %1</translation>
    </message>
    <message>
        <source>not valid JSON at byte %1</source>
        <translation>kein gültiges JSON bei Byte %1</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <translation>kein gültiges JSON</translation>
    </message>
    <message>
        <source>not valid gzip data</source>
        <translation>keine gültigen gzip-Daten</translation>
    </message>
    <message>
        <source>not valid zstd data: %1</source>
        <translation>keine gültigen zstd-Daten: %1</translation>
    </message>
    <message>
        <source>nothing in the artifact fits --kind and --path</source>
        <translation>nichts im Artefakt passt zu --kind und --path</translation>
    </message>
    <message>
        <source>nothing is taken from its header, which is broken: %1</source>
        <translation>aus dem Header wird nichts übernommen, er ist beschädigt: %1</translation>
    </message>
    <message>
        <source>nothing on the session bus keeps secrets</source>
        <translation>am Sitzungsbus verwahrt nichts Geheimnisse</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>oci: needs the path of an image layout</source>
        <translation>oci: braucht den Pfad eines OCI-Layouts</translation>
    </message>
    <message>
        <source>only http and https are spoken</source>
        <translation>nur http und https werden unterstützt</translation>
    </message>
    <message>
        <source>reading a blob at %1</source>
        <translation>Lesen eines Blobs unter %1</translation>
    </message>
    <message>
        <source>reading the password of %1</source>
        <translation>Lesen des Passworts von %1</translation>
    </message>
    <message>
        <source>removing %1</source>
        <translation>Entfernen von %1</translation>
    </message>
    <message>
        <source>says %1, is %2; readers that go by the type fail</source>
        <translation>sagt %1, ist %2; Leser, die nach dem Typ gehen, scheitern</translation>
    </message>
    <message>
        <source>says symlink, but nothing says where to</source>
        <translation>nennt einen Symlink, aber nichts sagt, wohin</translation>
    </message>
    <message>
        <source>self-signed certificate in certificate chain</source>
        <translation>eine unbekannte, selbst signierte Stelle in der Kette</translation>
    </message>
    <message>
        <source>self-signed certificate</source>
        <translation>selbst signiert</translation>
    </message>
    <message>
        <source>sending %1</source>
        <translation>Senden von %1</translation>
    </message>
    <message>
        <source>sending a chunk of 1 MiB</source>
        <translation>Senden eines Stücks von 1 MiB</translation>
    </message>
    <message>
        <source>setuid, setgid or sticky bit; it is dropped on extraction</source>
        <translation>setuid-, setgid- oder Sticky-Bit; es entfällt beim Entpacken</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>size of %1 must be an integer that is not negative</source>
        <translation>size von %1 muss eine nicht negative ganze Zahl sein</translation>
    </message>
    <message>
        <source>something follows the bracket</source>
        <translation>nach der Klammer folgt etwas</translation>
    </message>
    <message>
        <source>stands there twice; right only if two layers hold the same</source>
        <translation>steht zweimal da; richtig nur, wenn zwei Layer dasselbe enthalten</translation>
    </message>
    <message>
        <source>starting the upload of %1 to %2</source>
        <translation>Beginn des Hochladens von %1 nach %2</translation>
    </message>
    <message>
        <source>storing %1</source>
        <translation>Speichern von %1</translation>
    </message>
    <message>
        <source>tags are not accepted</source>
        <translation>Tags sind nicht zugelassen</translation>
    </message>
    <message>
        <source>tar holds more than 1 000 000 members</source>
        <translation>das tar enthält mehr als 1 000 000 Einträge</translation>
    </message>
    <message>
        <source>tar, offset %1: %2</source>
        <translation>tar, Position %1: %2</translation>
    </message>
    <message>
        <source>tar: &quot;%1&quot;: %2</source>
        <translation>im tar „%1“: %2</translation>
    </message>
    <message>
        <source>the archive of %1 does not hold it</source>
        <translation>das Archiv von %1 enthält die Datei nicht</translation>
    </message>
    <message>
        <source>the artifact does not hold %1</source>
        <translation>das Artefakt enthält nicht: %1</translation>
    </message>
    <message>
        <source>the artifact has no file %1</source>
        <translation>das Artefakt hat keine Datei %1</translation>
    </message>
    <message>
        <source>the artifact holds names that cannot stand beside each other: %1</source>
        <translation>das Artefakt enthält Namen, die nicht nebeneinander bestehen können: %1</translation>
    </message>
    <message>
        <source>the artifact holds names that lead out of a folder or cannot be files: %1</source>
        <translation>das Artefakt enthält Namen, die aus einem Ordner hinausführen oder keine Dateien sein können: %1</translation>
    </message>
    <message>
        <source>the blob is shorter than what was read of it before</source>
        <translation>der Blob ist kürzer als das, was zuvor davon gelesen wurde</translation>
    </message>
    <message>
        <source>the bracket is not closed</source>
        <translation>die Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>the checksum of a header is wrong</source>
        <translation>die Prüfsumme eines Kopfs ist falsch</translation>
    </message>
    <message>
        <source>the connection ended early</source>
        <translation>die Verbindung endete zu früh</translation>
    </message>
    <message>
        <source>the credential helper %1 did not store the credential: %2</source>
        <translation>das Hilfsprogramm %1 speicherte die Anmeldedaten nicht: %2</translation>
    </message>
    <message>
        <source>the credential helper %1 does not say what it has: %2</source>
        <translation>das Hilfsprogramm %1 sagt nicht, welche Anmeldedaten es hat: %2</translation>
    </message>
    <message>
        <source>the credential helper %1 failed: %2</source>
        <translation>Fehler des Hilfsprogramms für Anmeldedaten %1: %2</translation>
    </message>
    <message>
        <source>the data of the tensors is cut off: the header ends</source>
        <translation>die Daten der Tensoren sind abgeschnitten, der Header endet</translation>
    </message>
    <message>
        <source>the desktop&apos;s keychain</source>
        <translation>Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>the document is manifest and index at once</source>
        <translation>das Dokument ist zugleich Manifest und Index</translation>
    </message>
    <message>
        <source>the end of a text</source>
        <translation>das Ende eines Textes</translation>
    </message>
    <message>
        <source>the end of the header</source>
        <translation>das Ende des Headers</translation>
    </message>
    <message>
        <source>the file ends within its header</source>
        <translation>die Datei endet innerhalb ihres Headers</translation>
    </message>
    <message>
        <source>the file is no plain text</source>
        <translation>die Datei ist kein reiner Text</translation>
    </message>
    <message>
        <source>the header has %1 bytes, more than any reader takes</source>
        <translation>der Header hat %1 Bytes, mehr als irgendein Leser annimmt</translation>
    </message>
    <message>
        <source>the header is larger than this program reads</source>
        <translation>der Header ist größer, als dieses Programm liest</translation>
    </message>
    <message>
        <source>the header is longer than the file</source>
        <translation>der Header ist länger als die Datei</translation>
    </message>
    <message>
        <source>the header is not UTF-8</source>
        <translation>der Header ist kein UTF-8</translation>
    </message>
    <message>
        <source>the header of &quot;%1&quot; holds a number that is none</source>
        <translation>der Kopf von „%1“ enthält eine Zahl, die keine ist</translation>
    </message>
    <message>
        <source>the headers of %1 weight files were not read: there are more than this program reads</source>
        <translation>die Header von %1 Gewichtsdateien wurden nicht gelesen: es sind mehr, als dieses Programm liest</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>der Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>the manifest %1 in %2 is damaged</source>
        <translation>das Manifest %1 in %2 ist beschädigt</translation>
    </message>
    <message>
        <source>the manifest has %1 bytes, registries take at most 4 MiB</source>
        <translation>das Manifest hat %1 Bytes, Registrys nehmen höchstens 4 MiB an</translation>
    </message>
    <message>
        <source>the manifest has %1 layers and %2 bytes; registries take at most 4 MiB</source>
        <translation>das Manifest hat %1 Layer und %2 Bytes; Registrys nehmen höchstens 4 MiB an</translation>
    </message>
    <message>
        <source>the manifest has %1 layers and %2 bytes; some tools stop at 2048 layers, registries at 4 MiB</source>
        <translation>das Manifest hat %1 Layer und %2 Bytes; manche Werkzeuge hören bei 2048 Layern auf, Registrys bei 4 MiB</translation>
    </message>
    <message>
        <source>the manifest of %1 is not %2</source>
        <translation>das Manifest von %1 ist nicht %2</translation>
    </message>
    <message>
        <source>the manifest would have %1 bytes, registries take at most 4 MiB</source>
        <translation>das Manifest hätte %1 Bytes, Registrys nehmen höchstens 4 MiB an</translation>
    </message>
    <message>
        <source>the model config of %1 cannot be read</source>
        <translation>die Modell-Config von %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>the model needs code of its own (auto_map): %1</source>
        <translation>das Modell braucht eigenen Code (auto_map): %1</translation>
    </message>
    <message>
        <source>the name of %1 is not UTF-8, so it cannot be remembered</source>
        <translation>der Name von %1 ist kein UTF-8, darum lässt er sich nicht merken</translation>
    </message>
    <message>
        <source>the next page is on another server</source>
        <translation>die nächste Seite liegt auf einem anderen Server</translation>
    </message>
    <message>
        <source>the package has format version %1, this program reads up to %2</source>
        <translation>das Paket hat die Formatversion %1, dieses Programm liest bis %2</translation>
    </message>
    <message>
        <source>the package is no edit</source>
        <translation>das Paket ist keine Bearbeitung</translation>
    </message>
    <message>
        <source>the path is also used as a folder</source>
        <translation>der Pfad wird auch als Ordner verwendet</translation>
    </message>
    <message>
        <source>the path stands twice</source>
        <translation>der Pfad kommt doppelt vor</translation>
    </message>
    <message>
        <source>the port must be a number from 1 to 65535</source>
        <translation>der Port muss eine Zahl von 1 bis 65535 sein</translation>
    </message>
    <message>
        <source>the registry calls it %1, the document %2</source>
        <translation>die Registry nennt es %1, das Dokument %2</translation>
    </message>
    <message>
        <source>the request is not for the registry itself</source>
        <translation>die Anfrage gilt nicht der Registry selbst</translation>
    </message>
    <message>
        <source>the session bus cannot be joined</source>
        <translation>der Sitzungsbus ist nicht erreichbar</translation>
    </message>
    <message>
        <source>the session bus does not answer</source>
        <translation>der Sitzungsbus antwortet nicht</translation>
    </message>
    <message>
        <source>the settings of a registry are no object</source>
        <translation>die Einstellungen einer Registry sind kein Objekt</translation>
    </message>
    <message>
        <source>the size of %1 is not known, so no tar can hold it</source>
        <translation>die Größe von %1 ist nicht bekannt, darum passt es in kein tar</translation>
    </message>
    <message>
        <source>the tensor ends within a byte</source>
        <translation>der Tensor endet innerhalb eines Bytes</translation>
    </message>
    <message>
        <source>the tensor has a range of bytes that is not the size of its shape</source>
        <translation>der Bytebereich des Tensors passt nicht zu seiner Form</translation>
    </message>
    <message>
        <source>the tensor has a type that this program does not know</source>
        <translation>der Tensor hat einen Typ, den dieses Programm nicht kennt</translation>
    </message>
    <message>
        <source>the tensor is larger than any file can be</source>
        <translation>der Tensor ist größer, als eine Datei sein kann</translation>
    </message>
    <message>
        <source>the tensor ranges leave a hole or overlap</source>
        <translation>die Bereiche der Tensoren lassen eine Lücke oder überschneiden sich</translation>
    </message>
    <message>
        <source>the tensors take %1 bytes, the file holds %2</source>
        <translation>die Tensoren brauchen %1 Bytes, die Datei enthält %2</translation>
    </message>
    <message>
        <source>the token service did not answer with a JSON object</source>
        <translation>der Token-Dienst antwortete nicht mit einem JSON-Objekt</translation>
    </message>
    <message>
        <source>the token service gave no usable token</source>
        <translation>der Token-Dienst gab kein brauchbares Token heraus</translation>
    </message>
    <message>
        <source>the token service is on another host over plain http</source>
        <translation>der Token-Dienst liegt über unverschlüsseltes http auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>the upload leads to another server over plain http</source>
        <translation>das Hochladen führt über unverschlüsseltes http zu einem anderen Server</translation>
    </message>
    <message>
        <source>there are %1 diffIds for %2 layers</source>
        <translation>zu %2 Layern gibt es %1 diffIds</translation>
    </message>
    <message>
        <source>there are %1 layers; modctl stops at %2</source>
        <translation>es gibt %1 Layer; modctl hört bei %2 auf</translation>
    </message>
    <message>
        <source>there are no credentials for %1 in %2</source>
        <translation>keine Anmeldedaten für %1 vorhanden (Ort: %2)</translation>
    </message>
    <message>
        <source>there are too many files named like %1</source>
        <translation>es gibt zu viele Dateien, die wie %1 heißen</translation>
    </message>
    <message>
        <source>there is no home folder for the local store</source>
        <translation>es gibt keinen Benutzerordner für den lokalen Speicher</translation>
    </message>
    <message>
        <source>there is no home folder to keep credentials in</source>
        <translation>kein persönlicher Ordner für Anmeldedaten vorhanden</translation>
    </message>
    <message>
        <source>there is no keychain here</source>
        <translation>hier gibt es keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>there is no tag %1 in %2</source>
        <translation>es gibt kein Tag %1 in %2</translation>
    </message>
    <message>
        <source>there is nothing to package: no file is included</source>
        <translation>es gibt nichts zu verpacken: keine Datei ist aufgenommen</translation>
    </message>
    <message>
        <source>there must be at least one layer</source>
        <translation>es muss mindestens einen Layer geben</translation>
    </message>
    <message>
        <source>this desktop has no keychain: %1</source>
        <translation>dieser Desktop hat keinen Schlüsselbund: %1</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>diese Sitzung</translation>
    </message>
    <message>
        <source>too many nodes</source>
        <translation>zu viele Knoten</translation>
    </message>
    <message>
        <source>transfer closed with %1 bytes remaining to read</source>
        <translation>Übertragung endete, %1 Byte fehlten noch</translation>
    </message>
    <message>
        <source>transfer closed with outstanding read data remaining</source>
        <translation>Übertragung endete, bevor alles gelesen war</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>two offsets</source>
        <translation>zwei Offsets</translation>
    </message>
    <message>
        <source>unable to get issuer certificate</source>
        <translation>Zertifikat der ausstellenden Stelle nicht zu finden</translation>
    </message>
    <message>
        <source>unable to get local issuer certificate</source>
        <translation>die ausstellende Stelle ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>unable to verify the first certificate</source>
        <translation>das erste Zertifikat lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>unknown config field &quot;%1&quot;</source>
        <translation>unbekanntes Config-Feld „%1“</translation>
    </message>
    <message>
        <source>unsafe path &quot;%1&quot;: %2</source>
        <translation>unsicherer Pfad „%1“: %2</translation>
    </message>
    <message>
        <source>version %1, of which this program knows no layout:</source>
        <translation>Version %1, deren Aufbau dieses Programm nicht kennt</translation>
    </message>
    <message>
        <source>what is published gets its digest by itself</source>
        <translation>was veröffentlicht wird, bekommt seinen Digest von selbst</translation>
    </message>
    <message>
        <source>written for a big-endian machine:</source>
        <translation>für eine Big-Endian-Maschine geschrieben</translation>
    </message>
    <message>
        <source>neither XDG_STATE_HOME nor HOME names a folder</source>
        <translation>weder XDG_STATE_HOME noch HOME nennt einen Ordner</translation>
    </message>
    <message>
        <source>%1; %2 more are missing or incomplete</source>
        <translation>%1; %2 weitere fehlen oder sind unvollständig</translation>
    </message>
    <message>
        <source>an OCI layout, with what was published</source>
        <translation>ein OCI-Layout mit Veröffentlichtem</translation>
    </message>
    <message>
        <source>blob %1 in %2 has %3 bytes, the manifest says %4</source>
        <translation>der Blob %1 in %2 hat %3 Bytes, laut Manifest sind es %4</translation>
    </message>
    <message>
        <source>blob %1 of the manifest is not in %2</source>
        <translation>der Blob %1 des Manifests ist nicht in %2</translation>
    </message>
</context>
<context>
    <name>modelcrate::MetadataPage</name>
    <message>
        <source>&quot;%1&quot; is no SPDX identifier or expression.</source>
        <translation>„%1“ ist kein SPDX-Bezeichner oder -Ausdruck.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no two-letter ISO 639 code.</source>
        <translation>„%1“ ist kein zweibuchstabiger ISO-639-Code.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no precision of the specification.</source>
        <translation>„%1“ ist keine Genauigkeit der Spezifikation.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of %2.</source>
        <translation>„%1“ ist nichts von %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no web address.</source>
        <translation>„%1“ ist keine Webadresse.</translation>
    </message>
    <message>
        <source>This cannot be written.</source>
        <translation>Das lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Many programs cannot read this time.</source>
        <translation>Viele Programme können diese Zeit nicht lesen.</translation>
    </message>
    <message>
        <source>Needs a full date and time.</source>
        <translation>Braucht Datum und Uhrzeit vollständig.</translation>
    </message>
    <message>
        <source>Needs a whole web address.</source>
        <translation>Braucht eine vollständige Webadresse.</translation>
    </message>
    <message>
        <source>Needs a number with at most one decimal, and K, M, B, T or Q.</source>
        <translation>Braucht eine Zahl mit höchstens einer Nachkommastelle und K, M, B, T oder Q.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Set %1 to the present time</source>
        <translation>%1 auf die jetzige Zeit setzen</translation>
    </message>
    <message>
        <source>Unit of the number of parameters</source>
        <translation>Einheit der Parameterzahl</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the model is called, such as llama3-8b-instruct</source>
        <translation>Wie das Modell heißt, etwa llama3-8b-instruct</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>The name for people</source>
        <translation>Der Name für Menschen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What the model is and what it is for</source>
        <translation>Was das Modell ist und wofür</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>The family of models it belongs to, such as llama3</source>
        <translation>Die Modellfamilie, zu der es gehört, etwa llama3</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>The version of the packaged model, such as 1.2.0</source>
        <translation>Die Version des verpackten Modells, etwa 1.2.0</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>When the model was built: a date and time by RFC 3339</source>
        <translation>Wann das Modell gebaut wurde: Datum und Uhrzeit nach RFC 3339</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>People or organizations, such as Jo Doe &lt;jo@example.com&gt;</source>
        <translation>Personen oder Organisationen, etwa Jo Doe &lt;jo@example.com&gt;</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Who distributes the model</source>
        <translation>Wer das Modell verteilt</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>SPDX identifiers or expressions, such as Apache-2.0</source>
        <translation>SPDX-Bezeichner oder -Ausdrücke, etwa Apache-2.0</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>The commit of the sources it was made from</source>
        <translation>Der Commit der Quellen, aus denen es entstand</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>A web address with more about the model</source>
        <translation>Eine Webadresse mit mehr über das Modell</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Quellcode</translation>
    </message>
    <message>
        <source>A web address of what it was built from</source>
        <translation>Eine Webadresse dessen, woraus es gebaut wurde</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Web addresses of the data it was trained with</source>
        <translation>Webadressen der Daten, mit denen es trainiert wurde</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>The kind of network, such as transformer</source>
        <translation>Die Art des Netzes, etwa transformer</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>What the weight files are written in</source>
        <translation>Worin die Gewichtsdateien geschrieben sind</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>How many parameters, with at most one decimal</source>
        <translation>Wie viele Parameter, mit höchstens einer Nachkommastelle</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>How the weights are stored, such as bfloat16</source>
        <translation>Wie die Gewichte gespeichert sind, etwa bfloat16</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>How the weights were made smaller, such as awq</source>
        <translation>Wie die Gewichte verkleinert wurden, etwa awq</translation>
    </message>
    <message>
        <source>Input types</source>
        <translation>Eingabearten</translation>
    </message>
    <message>
        <source>What it takes: text, image, audio, video, embedding, other</source>
        <translation>Was es nimmt: text, image, audio, video, embedding, other</translation>
    </message>
    <message>
        <source>Output types</source>
        <translation>Ausgabearten</translation>
    </message>
    <message>
        <source>What it gives: text, image, audio, video, embedding, other</source>
        <translation>Was es gibt: text, image, audio, video, embedding, other</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Two-letter ISO 639 codes, such as en</source>
        <translation>Zweibuchstabige ISO-639-Codes, etwa en</translation>
    </message>
    <message>
        <source>Knowledge cutoff</source>
        <translation>Wissensstand</translation>
    </message>
    <message>
        <source>How new what it knows is: a date and time by RFC 3339</source>
        <translation>Von wann sein Wissen ist: Datum und Uhrzeit nach RFC 3339</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Schlussfolgern</translation>
    </message>
    <message>
        <source>Whether it can reason step by step</source>
        <translation>Ob es Schritt für Schritt schließen kann</translation>
    </message>
    <message>
        <source>Tool use</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Whether it can call tools</source>
        <translation>Ob es Werkzeuge aufrufen kann</translation>
    </message>
    <message>
        <source>Reward model</source>
        <translation>Reward-Modell</translation>
    </message>
    <message>
        <source>Whether it rates answers of other models</source>
        <translation>Ob es Antworten anderer Modelle bewertet</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Fields of the model config</source>
        <translation>Felder der Modellkonfiguration</translation>
    </message>
    <message>
        <source>Written when it is published</source>
        <translation>Wird beim Veröffentlichen geschrieben</translation>
    </message>
    <message>
        <source>The list of layers (modelfs) is made from the files.</source>
        <translation>Die Liste der Layer (modelfs) entsteht aus den Dateien.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) in modelfs, with the digest of each as it is unpacked. The list is made from the files and needs no input.</source>
        <translation>
            <numerusform>%n Layer in modelfs, mit seinem Digest im entpackten Zustand. Die Liste entsteht aus den Dateien und braucht keine Eingabe.</numerusform>
            <numerusform>%n Layer in modelfs, jeder mit seinem Digest im entpackten Zustand. Die Liste entsteht aus den Dateien und braucht keine Eingabe.</numerusform>
        </translation>
    </message>
    <message>
        <source>No field has &quot;%1&quot; in its name, its help or its value.</source>
        <translation>Kein Feld enthält „%1“ im Namen, in der Hilfe oder im Wert.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n empty</source>
        <comment>fields</comment>
        <translation>
            <numerusform>%n leeres zeigen</numerusform>
            <numerusform>%n leere zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1, %n Problem</numerusform>
            <numerusform>%1, %n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n zu prüfen</numerusform>
            <numerusform>%1, %n zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 fields filled, %3 from your files.</source>
        <translation>%1 von %2 Feldern gefüllt, %3 aus den Dateien.</translation>
    </message>
    <message>
        <source>SPDX id or expression</source>
        <translation>SPDX-Bezeichner oder -Ausdruck</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Who made it and what it is</source>
        <translation>Wer es gemacht hat und was es ist</translation>
    </message>
    <message>
        <source>What a loader needs to know</source>
        <translation>Was ein Ladeprogramm wissen muss</translation>
    </message>
    <message>
        <source>Not stated leaves the key out</source>
        <translation>„Keine Angabe“ lässt den Schlüssel weg</translation>
    </message>
    <message>
        <source>%1 of %2 fields filled, %3 not as published.</source>
        <translation>%1 von %2 Feldern gefüllt, %3 nicht wie veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>modelcrate::Numbers</name>
    <message>
        <source>%1/s</source>
        <extracomment>A rate: %1 is &quot;9.6 MB&quot;</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1%2</source>
        <comment>percent</comment>
        <extracomment>%1 is a number, %2 the percent sign; many languages put a no-break space between them</extracomment>
        <translation>%1&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>modelcrate::OpeningPage</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Files found so far</source>
        <translation>Bisher gefundene Dateien</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>%1 files, %2</source>
        <translation>%1 Dateien, %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>modelcrate::PackageDocument</name>
    <message numerus="yes">
        <source>change the layer of %n file(s)</source>
        <translation>
            <numerusform>Layer von %n Datei ändern</numerusform>
            <numerusform>Layer von %n Dateien ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change the packaging of %n file(s)</source>
        <translation>
            <numerusform>Verpackung von %n Datei ändern</numerusform>
            <numerusform>Verpackung von %n Dateien ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>include %n file(s)</source>
        <translation>
            <numerusform>%n Datei aufnehmen</numerusform>
            <numerusform>%n Dateien aufnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leave out %n file(s)</source>
        <translation>
            <numerusform>%n Datei auslassen</numerusform>
            <numerusform>%n Dateien auslassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>confirm %n file(s)</source>
        <translation>
            <numerusform>%n Datei bestätigen</numerusform>
            <numerusform>%n Dateien bestätigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bundle %n file(s)</source>
        <translation>
            <numerusform>%n Datei bündeln</numerusform>
            <numerusform>%n Dateien bündeln</numerusform>
        </translation>
    </message>
    <message>
        <source>change annotations of a layer</source>
        <translation>Annotationen eines Layers ändern</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>change annotations</source>
        <translation>Annotationen ändern</translation>
    </message>
    <message>
        <source>keep file times</source>
        <translation>Dateizeiten behalten</translation>
    </message>
    <message>
        <source>leave out file times</source>
        <translation>Dateizeiten weglassen</translation>
    </message>
    <message>
        <source>write OCI annotations</source>
        <translation>OCI-Annotationen schreiben</translation>
    </message>
    <message>
        <source>leave out OCI annotations</source>
        <translation>OCI-Annotationen weglassen</translation>
    </message>
    <message>
        <source>replace %1</source>
        <translation>%1 ersetzen</translation>
    </message>
    <message>
        <source>restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>discard all changes</source>
        <translation>alle Änderungen verwerfen</translation>
    </message>
</context>
<context>
    <name>modelcrate::PackageProblems</name>
    <message>
        <source>%1 is not valid yet</source>
        <translation>%1 ist noch nicht gültig</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are gone: leave them out, or look at the folder again</source>
        <translation>
            <numerusform>%n Datei ist verschwunden: auslassen oder den Ordner neu einlesen</numerusform>
            <numerusform>%n Dateien sind verschwunden: auslassen oder den Ordner neu einlesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed on disk: look at the folder again</source>
        <translation>
            <numerusform>%n Datei hat sich auf dem Datenträger geändert: den Ordner neu einlesen</numerusform>
            <numerusform>%n Dateien haben sich auf dem Datenträger geändert: den Ordner neu einlesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are sorted by a guess: please have a look</source>
        <translation>
            <numerusform>%n Datei ist nur vermutungsweise eingeordnet: bitte prüfen</numerusform>
            <numerusform>%n Dateien sind nur vermutungsweise eingeordnet: bitte prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more problem(s)</source>
        <translation>
            <numerusform>%n weiteres Problem</numerusform>
            <numerusform>%n weitere Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PackageTab</name>
    <message>
        <source>Pages of the package</source>
        <translation>Seiten des Pakets</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>README</source>
        <translation>README</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Show the inspector</source>
        <translation>Inspektor zeigen</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen…</translation>
    </message>
    <message>
        <source>Publish this package</source>
        <translation>Dieses Paket veröffentlichen</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>Feld suchen</translation>
    </message>
    <message>
        <source>Filter files</source>
        <translation>Dateien filtern</translation>
    </message>
    <message>
        <source>Metadata (%1)</source>
        <translation>Metadaten (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n Layer</numerusform>
            <numerusform>%n Layer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to hash</source>
        <translation>
            <numerusform>%n Datei noch zu hashen</numerusform>
            <numerusform>%n Dateien noch zu hashen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Discard all changes</source>
        <translation>Alle Änderungen verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
</context>
<context>
    <name>modelcrate::PackagesPage</name>
    <message>
        <source>Modelcrate packages (*.modelcrate.json)</source>
        <translation>Modelcrate-Pakete (*.modelcrate.json)</translation>
    </message>
    <message>
        <source>Open packages</source>
        <translation>Geöffnete Pakete</translation>
    </message>
    <message>
        <source>Open a Model Folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Open a Package</source>
        <translation>Paket öffnen</translation>
    </message>
    <message>
        <source>Opened %1: %2</source>
        <translation>%1 geöffnet: %2</translation>
    </message>
    <message>
        <source>%1 is back with its unsaved edits.</source>
        <translation>%1 ist mit den ungespeicherten Änderungen wieder da.</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, nicht gespeichert</translation>
    </message>
    <message>
        <source>Open Beside</source>
        <translation>Daneben öffnen</translation>
    </message>
    <message>
        <source>Close Tab</source>
        <translation>Registerkarte schließen</translation>
    </message>
    <message>
        <source>Save the Package</source>
        <translation>Paket speichern</translation>
    </message>
    <message>
        <source>Save %1?</source>
        <translation>%1 speichern?</translation>
    </message>
    <message>
        <source>Its edits are not saved in a file yet.</source>
        <translation>Die Änderungen sind noch in keiner Datei gespeichert.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Save %1 packages?</source>
        <translation>%1 Pakete speichern?</translation>
    </message>
    <message>
        <source>Its edits are in no file, and they cannot be kept for the next start.</source>
        <translation>Die Änderungen daran stehen in keiner Datei und können nicht für den nächsten Start aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The edits of these are in no file, and they cannot be kept for the next start: %1</source>
        <translation>Die Änderungen an diesen stehen in keiner Datei und können nicht für den nächsten Start aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>Unsaved edits of %1 are back.</source>
        <translation>Ungespeicherte Änderungen an %1 sind wieder da.</translation>
    </message>
    <message>
        <source>Replace %1?</source>
        <translation>%1 ersetzen?</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>modelcrate::PlacesTree</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Registries and repositories</source>
        <translation>Registrys und Repositorys</translation>
    </message>
    <message>
        <source>Nothing yet: publish to This computer</source>
        <translation>Noch nichts: an diesen Computer veröffentlichen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Anfrage läuft…</translation>
    </message>
    <message>
        <source>No repositories</source>
        <translation>Keine Repositorys</translation>
    </message>
    <message>
        <source>Lists no repositories: type a name above</source>
        <translation>Listet keine Repositorys: oben einen Namen eingeben</translation>
    </message>
    <message>
        <source>%1 (not encrypted)</source>
        <translation>%1 (unverschlüsselt)</translation>
    </message>
    <message>
        <source>%1 lists no repositories: type a name above</source>
        <translation>%1 listet keine Repositorys auf: oben einen Namen eingeben</translation>
    </message>
    <message>
        <source>Offline, as of %1</source>
        <translation>Offline, Stand %1</translation>
    </message>
    <message>
        <source>Ask Again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Sign In…</source>
        <translation>Anmelden…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more: filter by name</source>
        <translation>
            <numerusform>%Ln weiteres: nach Namen filtern</numerusform>
            <numerusform>%Ln weitere: nach Namen filtern</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter above looks through all of them.</source>
        <translation>Der Filter oben durchsucht alle.</translation>
    </message>
</context>
<context>
    <name>modelcrate::PlainHttpNote</name>
    <message>
        <source>Not encrypted: plain HTTP</source>
        <translation>Unverschlüsselt: einfaches HTTP</translation>
    </message>
</context>
<context>
    <name>modelcrate::PlanSide</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Manifest digest</source>
        <translation>Digest des Manifests</translation>
    </message>
    <message>
        <source>Copy the Digest</source>
        <translation>Digest kopieren</translation>
    </message>
    <message>
        <source>1  Layers</source>
        <translation>1  Layer</translation>
    </message>
    <message>
        <source>2  Config</source>
        <translation>2  Config</translation>
    </message>
    <message>
        <source>3  Manifest</source>
        <translation>3  Manifest</translation>
    </message>
    <message>
        <source>4  Tag %1</source>
        <translation>4  Tag %1</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Known before sending. The registry must answer with the same.</source>
        <translation>Vor dem Senden bekannt. Die Registry muss denselben antworten.</translation>
    </message>
    <message>
        <source>Files that are not hashed yet are hashed while they are sent.</source>
        <translation>Noch nicht gehashte Dateien werden beim Senden gehasht.</translation>
    </message>
</context>
<context>
    <name>modelcrate::ProgressText</name>
    <message>
        <source>The registry asked to wait.</source>
        <translation>Die Registry bittet zu warten.</translation>
    </message>
    <message>
        <source>The registry answered %1.</source>
        <translation>Die Registry antwortete mit %1.</translation>
    </message>
    <message>
        <source>Nothing was answered in time.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ging verloren.</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Wird hochgeladen</translation>
    </message>
    <message>
        <source>Hashing</source>
        <translation>Wird gehasht</translation>
    </message>
    <message>
        <source>Reading again what was sent before</source>
        <translation>Bereits Gesendetes wird erneut gelesen</translation>
    </message>
    <message>
        <source>Goes on in %1. %2</source>
        <translation>Weiter in %1. %2</translation>
    </message>
    <message>
        <source>Retries in %1 (attempt %2 of %3). %4</source>
        <translation>Neuer Versuch in %1 (%2 von %3). %4</translation>
    </message>
    <message>
        <source>Stalled. No data for %1.</source>
        <translation>Stockt. Seit %1 keine Daten.</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishActions</name>
    <message>
        <source>Copy as &amp;Command</source>
        <translation>Als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>Save as OCI &amp;Layout…</source>
        <translation>Als OCI-&amp;Layout speichern…</translation>
    </message>
    <message>
        <source>Back to the P&amp;lan</source>
        <translation>&amp;Zurück zum Plan</translation>
    </message>
    <message>
        <source>Retry &amp;Now</source>
        <translation>&amp;Jetzt wiederholen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Cancel Publish</source>
        <translation>Veröffentlichen abbre&amp;chen</translation>
    </message>
    <message>
        <source>Publish as &amp;New Tag %1</source>
        <translation>Als &amp;neues Tag %1 veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Overwrite %1</source>
        <translation>%1 &amp;überschreiben</translation>
    </message>
    <message>
        <source>&amp;Move %1</source>
        <translation>%1 &amp;verschieben</translation>
    </message>
    <message>
        <source>&amp;Publish as %1</source>
        <translation>Als %1 &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Publish %1</source>
        <translation>%1 &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Fort&amp;setzen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Back to the Package</source>
        <translation>Zurück zum &amp;Paket</translation>
    </message>
    <message>
        <source>Publish waits: %1</source>
        <translation>Veröffentlichen wartet: %1</translation>
    </message>
    <message>
        <source>About %1 at %2, the speed of your last upload here</source>
        <translation>Etwa %1 bei %2, dem Tempo des letzten Hochladens hier</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) sending, %1 stopped for now</source>
        <translation>
            <numerusform>%n Layer wird gesendet, %1 vorerst gestoppt</numerusform>
            <numerusform>%n Layer werden gesendet, %1 vorerst gestoppt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) sending. This page can be left.</source>
        <translation>
            <numerusform>%n Layer wird gesendet. Diese Seite kann verlassen werden.</numerusform>
            <numerusform>%n Layer werden gesendet. Diese Seite kann verlassen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishBanner</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>This is published already.</source>
        <translation>Das ist schon veröffentlicht.</translation>
    </message>
    <message>
        <source>%1 stands for exactly this package.</source>
        <translation>%1 steht für genau dieses Paket.</translation>
    </message>
    <message>
        <source>%1 already points to %2.</source>
        <translation>%1 zeigt schon auf %2.</translation>
    </message>
    <message>
        <source>Publishing moves it.</source>
        <translation>Veröffentlichen verschiebt es.</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Ver&amp;gleichen</translation>
    </message>
    <message>
        <source>%1 changed since you opened it.</source>
        <translation>%1 hat sich seit dem Öffnen geändert.</translation>
    </message>
    <message>
        <source>It stood for %1, now for %2. Nothing was overwritten.</source>
        <translation>Das Tag stand für %1, jetzt für %2. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>Show &amp;Differences</source>
        <translation>Unterschie&amp;de zeigen</translation>
    </message>
    <message>
        <source>Save as &amp;New Tag</source>
        <translation>Als &amp;neues Tag speichern</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Überschreiben</translation>
    </message>
    <message>
        <source>Sign &amp;In…</source>
        <translation>&amp;Anmelden…</translation>
    </message>
    <message>
        <source>Stalled.</source>
        <translation>Stockt.</translation>
    </message>
    <message>
        <source>No data for %1. It is tried again by itself; what was sent is kept where the registry allows it.</source>
        <translation>Seit %1 keine Daten. Es wird von selbst erneut versucht; Gesendetes bleibt erhalten, wo die Registry es erlaubt.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Nobody sees %1. Layers that were sent completely are not sent again.</source>
        <translation>Niemand sieht %1. Vollständig gesendete Layer werden nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>the artifact</source>
        <translation>das Artefakt</translation>
    </message>
    <message>
        <source>The digest is another one than was shown.</source>
        <translation>Der Digest ist ein anderer als gezeigt.</translation>
    </message>
    <message>
        <source>Shown: %1. Compare both in Manifest, Changes.</source>
        <translation>Gezeigt: %1. Beide im Manifest unter „Änderungen“ vergleichen.</translation>
    </message>
    <message>
        <source>Published.</source>
        <translation>Veröffentlicht.</translation>
    </message>
    <message>
        <source>The digest is the one that was shown before.</source>
        <translation>Der Digest ist der, der zuvor gezeigt wurde.</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishChecks</name>
    <message>
        <source>Nothing refers to %1</source>
        <translation>Nichts verweist auf %1</translation>
    </message>
    <message>
        <source>No signature is left behind.</source>
        <translation>Keine Signatur bleibt zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) or other artifact(s) stay with %1</source>
        <translation>
            <numerusform>%n Signatur oder anderes Artefakt bleibt bei %1</numerusform>
            <numerusform>%n Signaturen oder andere Artefakte bleiben bei %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Signatures stay with %1</source>
        <translation>Signaturen bleiben bei %1</translation>
    </message>
    <message>
        <source>What refers to that digest goes on doing so. What is published now has to be signed anew.</source>
        <translation>Was auf diesen Digest verweist, tut es weiterhin. Was jetzt veröffentlicht wird, ist neu zu signieren.</translation>
    </message>
    <message>
        <source>Go to Field</source>
        <translation>Zum Feld</translation>
    </message>
    <message>
        <source>Show File</source>
        <translation>Datei zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n small file(s) of %1 could be one layer</source>
        <translation>
            <numerusform>%n kleine Datei von %1 könnte ein Layer sein</numerusform>
            <numerusform>%n kleine Dateien von %1 könnten ein Layer sein</numerusform>
        </translation>
    </message>
    <message>
        <source>One tar instead of a layer a file</source>
        <translation>Ein tar statt eines Layers je Datei</translation>
    </message>
    <message>
        <source>Bundle %1</source>
        <translation>%1 bündeln</translation>
    </message>
    <message numerus="yes">
        <source>%n more folder(s) of small files</source>
        <translation>
            <numerusform>%n weiterer Ordner mit kleinen Dateien</numerusform>
            <numerusform>%n weitere Ordner mit kleinen Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Files can bundle all of them in one step</source>
        <translation>„Dateien“ kann alle in einem Schritt bündeln</translation>
    </message>
    <message>
        <source>Harbor will not show the licence</source>
        <translation>Harbor wird die Lizenz nicht zeigen</translation>
    </message>
    <message>
        <source>Harbor will not show the README</source>
        <translation>Harbor wird die README nicht zeigen</translation>
    </message>
    <message>
        <source>%1 is packed with compression.</source>
        <translation>%1 ist komprimiert verpackt.</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB.</source>
        <translation>%1 ist größer als 4 MiB.</translation>
    </message>
    <message>
        <source>The file is called %1; Harbor looks for %2.</source>
        <translation>Die Datei heißt %1; Harbor sucht %2.</translation>
    </message>
    <message>
        <source>Rename in Artifact</source>
        <translation>Im Artefakt umbenennen</translation>
    </message>
    <message>
        <source>Valid ModelPack</source>
        <translation>Gültiges ModelPack</translation>
    </message>
    <message>
        <source>No rule is broken</source>
        <translation>Keine Regel ist verletzt</translation>
    </message>
    <message>
        <source>Manifest %1</source>
        <translation>Manifest %1</translation>
    </message>
    <message>
        <source>Registries may stop at 4 MiB</source>
        <translation>Registrys können bei 4 MiB aufhören</translation>
    </message>
    <message numerus="yes">
        <source>%n more remark(s)</source>
        <translation>
            <numerusform>%n weitere Bemerkung</numerusform>
            <numerusform>%n weitere Bemerkungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishModel</name>
    <message>
        <source>this computer&apos;s store</source>
        <translation>der Speicher dieses Computers</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>Einbinden</translation>
    </message>
    <message>
        <source>Exists</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Upload last</source>
        <translation>Zuletzt hochladen</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>Not in %1 yet</source>
        <translation>Noch nicht in %1</translation>
    </message>
    <message>
        <source>Packed while it is sent, then checked</source>
        <translation>Wird beim Senden verpackt, dann geprüft</translation>
    </message>
    <message>
        <source>Checked at upload: not hashed yet</source>
        <translation>Wird beim Hochladen geprüft: noch nicht gehasht</translation>
    </message>
    <message>
        <source>Checked at upload: %1 did not say</source>
        <translation>Wird beim Hochladen geprüft: %1 sagte es nicht</translation>
    </message>
    <message>
        <source>Found in %1</source>
        <translation>In %1 gefunden</translation>
    </message>
    <message>
        <source>Found in %1; falls back to upload</source>
        <translation>In %1 gefunden; sonst wird hochgeladen</translation>
    </message>
    <message>
        <source>In another repository; falls back to upload</source>
        <translation>In einem anderen Repository; sonst wird hochgeladen</translation>
    </message>
    <message>
        <source>%1 already received</source>
        <translation>%1 schon empfangen</translation>
    </message>
    <message>
        <source>Mounted</source>
        <translation>Eingebunden</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Hochgeladen</translation>
    </message>
    <message>
        <source>Same bytes as another layer</source>
        <translation>Dieselben Bytes wie ein anderer Layer</translation>
    </message>
    <message>
        <source>config, manifest, tag</source>
        <translation>Config, Manifest, Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n Layer</numerusform>
            <numerusform>%n Layer</numerusform>
        </translation>
    </message>
    <message>
        <source>A failure before this leaves no broken tag</source>
        <translation>Ein Fehler davor hinterlässt kein kaputtes Tag</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>Zu senden</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Not in %1 yet: %2 copied from where it is published</source>
        <translation>Noch nicht in %1: %2 von dort kopiert, wo es veröffentlicht ist</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Same bytes as %1</source>
        <translation>Dieselben Bytes wie %1</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishPage</name>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Back to the Package</source>
        <translation>Zurück zum Paket</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>What is published</source>
        <translation>Was veröffentlicht wird</translation>
    </message>
    <message>
        <source>Not known: %1 did not say</source>
        <translation>Nicht bekannt: %1 sagte es nicht</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>Known once there is a target</source>
        <translation>Bekannt, sobald es ein Ziel gibt</translation>
    </message>
    <message>
        <source>Say where to publish to</source>
        <translation>Angeben, wohin veröffentlicht wird</translation>
    </message>
    <message>
        <source>%1 has not said what it has</source>
        <translation>%1 hat noch nicht gesagt, was vorhanden ist</translation>
    </message>
    <message>
        <source>asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Save the package first: the command names the file that holds your changes.</source>
        <translation>Erst das Paket speichern: Der Befehl nennt die Datei, in der die Änderungen stehen.</translation>
    </message>
    <message>
        <source>The command is copied.</source>
        <translation>Der Befehl ist kopiert.</translation>
    </message>
    <message>
        <source>Save as OCI Layout</source>
        <translation>Als OCI-Layout speichern</translation>
    </message>
    <message>
        <source>%1 cannot be compared. %2</source>
        <translation>%1 lässt sich nicht vergleichen. %2</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>%1 veröffentlichen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Checks (%1)</source>
        <translation>Prüfungen (%1)</translation>
    </message>
    <message>
        <source>Time and Activity</source>
        <translation>Zeit und Verlauf</translation>
    </message>
    <message>
        <source>%1 came to stand for something else meanwhile. Nothing was overwritten.</source>
        <translation>%1 steht inzwischen für etwas anderes. Nichts wurde überschrieben.</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishTable</name>
    <message>
        <source>Retry Now</source>
        <translation>Jetzt wiederholen</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishTotals</name>
    <message>
        <source>Ask the Target Again</source>
        <translation>Das Ziel erneut fragen</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>Einbinden</translation>
    </message>
    <message>
        <source>Up to %1 to send</source>
        <translation>Bis zu %1 zu senden</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>%1 zu senden</translation>
    </message>
    <message numerus="yes">
        <source>of %1 in %n layer(s), config and manifest</source>
        <translation>
            <numerusform>von %1 in %n Layer, Config und Manifest</numerusform>
            <numerusform>von %1 in %n Layern, Config und Manifest</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Anfrage läuft…</translation>
    </message>
    <message>
        <source>Checked against %1 at %2</source>
        <translation>Um %2 mit %1 abgeglichen</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s)</source>
        <translation>
            <numerusform>%n Upload</numerusform>
            <numerusform>%n Uploads</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and the rest of %2</source>
        <translation>%1 und der Rest von %2</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>Zu senden</translation>
    </message>
    <message>
        <source>What to send is not known</source>
        <translation>Was zu senden ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>No target yet</source>
        <translation>Noch kein Ziel</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n layer(s), config and manifest</source>
        <translation>
            <numerusform>%1 in %n Layer, Config und Manifest</numerusform>
            <numerusform>%1 in %n Layern, Config und Manifest</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>%1 von %2 gesendet</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishedDetails</name>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s), %1</source>
        <translation>
            <numerusform>%n Layer, %1</numerusform>
            <numerusform>%n Layer, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>How others get it</source>
        <translation>Wie andere es bekommen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishedFiles</name>
    <message>
        <source>&amp;Edit as Text</source>
        <translation>Als T&amp;ext bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Replace by a File…</source>
        <translation>Du&amp;rch eine Datei ersetzen…</translation>
    </message>
    <message>
        <source>Put &amp;Back as Published</source>
        <translation>Wie veröffentlicht wiederher&amp;stellen</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation>%1 ersetzen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>modelcrate::PullModel</name>
    <message numerus="yes">
        <source>%1, %n file(s)</source>
        <translation>
            <numerusform>%1, %n Datei</numerusform>
            <numerusform>%1, %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>modelcrate::PullPage</name>
    <message>
        <source>What is pulled</source>
        <translation>Was heruntergeladen wird</translation>
    </message>
    <message>
        <source>&amp;Pull:</source>
        <translation>&amp;Herunterladen:</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Config and tokenizer</source>
        <translation>Config und Tokenizer</translation>
    </message>
    <message>
        <source>No datasets</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>As chosen below</source>
        <translation>Wie unten gewählt</translation>
    </message>
    <message>
        <source>Folder to pull into</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the folder to pull into</source>
        <translation>Den Zielordner wählen</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>Stop before anything is written</source>
        <translation>Anhalten, bevor etwas geschrieben wird</translation>
    </message>
    <message>
        <source>Keep them, leave out the artifact&apos;s</source>
        <translation>Behalten, die des Artefakts auslassen</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep both, under another name</source>
        <translation>Beide behalten, unter anderem Namen</translation>
    </message>
    <message>
        <source>Files that are there with other content</source>
        <translation>Vorhandene Dateien mit anderem Inhalt</translation>
    </message>
    <message>
        <source>&amp;Other files there:</source>
        <translation>&amp;Vorhandene andere:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pull %1</source>
        <translation>%1 herunterladen</translation>
    </message>
    <message>
        <source>Pull into Folder</source>
        <translation>In einen Ordner herunterladen</translation>
    </message>
    <message>
        <source>None of the files is there yet.</source>
        <translation>Noch keine der Dateien ist vorhanden.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are there with the same size; those with the same content are kept.</source>
        <translation>
            <numerusform>%n Datei ist mit gleicher Größe vorhanden; bei gleichem Inhalt bleibt sie.</numerusform>
            <numerusform>%n Dateien sind mit gleicher Größe vorhanden; die mit gleichem Inhalt bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) stand in the way.</source>
        <translation>
            <numerusform>%n andere Datei steht im Weg.</numerusform>
            <numerusform>%n andere Dateien stehen im Weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) stay as they are.</source>
        <translation>
            <numerusform>%n andere Datei bleibt, wie sie ist.</numerusform>
            <numerusform>%n andere Dateien bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) will be replaced.</source>
        <translation>
            <numerusform>%n andere Datei wird ersetzt.</numerusform>
            <numerusform>%n andere Dateien werden ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be written under another name.</source>
        <translation>
            <numerusform>%n Datei wird unter anderem Namen geschrieben.</numerusform>
            <numerusform>%n Dateien werden unter anderem Namen geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What %n archive(s) hold is seen when they are read.</source>
        <translation>
            <numerusform>Was %n Archiv enthält, zeigt sich beim Lesen.</numerusform>
            <numerusform>Was %n Archive enthalten, zeigt sich beim Lesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n Datei, %1</numerusform>
            <numerusform>%n Dateien, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder, or type its whole path.</source>
        <translation>Einen Ordner wählen oder seinen ganzen Pfad eingeben.</translation>
    </message>
    <message>
        <source>%1 will be written; %2 are free.</source>
        <translation>%1 werden geschrieben; %2 sind frei.</translation>
    </message>
    <message>
        <source>%1 will be written, but only %2 are free.</source>
        <translation>%1 werden geschrieben, aber nur %2 sind frei.</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Herunterladen</translation>
    </message>
</context>
<context>
    <name>modelcrate::QueueBox</name>
    <message>
        <source>Publish %1</source>
        <translation>%1 veröffentlichen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Pull %1</source>
        <translation>%1 herunterladen</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Open &amp;Transfers</source>
        <translation>&amp;Transfers öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) come before this one.</source>
        <translation>
            <numerusform>%n Transfer kommt vor diesem.</numerusform>
            <numerusform>%n Transfers kommen vor diesem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) wait behind this one.</source>
        <translation>
            <numerusform>%n Transfer wartet hinter diesem.</numerusform>
            <numerusform>%n Transfers warten hinter diesem.</numerusform>
        </translation>
    </message>
    <message>
        <source>No transfer waits behind this one.</source>
        <translation>Kein Transfer wartet hinter diesem.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::Rail</name>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>Registrys</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>modelcrate::RailButton</name>
    <message numerus="yes">
        <source>%1, %n active</source>
        <translation>
            <numerusform>%1, %n aktiv</numerusform>
            <numerusform>%1, %n aktiv</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ReadmeView</name>
    <message>
        <source>README</source>
        <translation>README</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>No README in this package</source>
        <translation>Keine README in diesem Paket</translation>
    </message>
    <message>
        <source>A README.md at the top of the folder tells people what the model is and how to use it. Registries show it beside the files.</source>
        <translation>Eine README.md ganz oben im Ordner sagt, was das Modell ist und wie man es verwendet. Registrys zeigen sie neben den Dateien.</translation>
    </message>
    <message>
        <source>The README cannot be shown</source>
        <translation>Die README lässt sich nicht anzeigen</translation>
    </message>
    <message>
        <source>not the %1, because it is compressed</source>
        <translation>nicht die %1, weil sie komprimiert ist</translation>
    </message>
    <message>
        <source>not the %1, because it is larger than %2</source>
        <translation>nicht die %1, weil sie größer als %2 ist</translation>
    </message>
    <message>
        <source>Harbor would show:</source>
        <translation>Harbor würde zeigen:</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1; %2.</translation>
    </message>
    <message>
        <source>this README</source>
        <translation>diese README</translation>
    </message>
    <message>
        <source>no README (it has to be named README.md or README)</source>
        <translation>keine README (sie muss README.md oder README heißen)</translation>
    </message>
    <message>
        <source>the licence</source>
        <translation>die Lizenz</translation>
    </message>
    <message>
        <source>no licence (it has to be named LICENSE or LICENSE.txt)</source>
        <translation>keine Lizenz (sie muss LICENSE oder LICENSE.txt heißen)</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
</context>
<context>
    <name>modelcrate::RecentDelegate</name>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Not published</source>
        <translation>Nicht veröffentlicht</translation>
    </message>
</context>
<context>
    <name>modelcrate::ReferenceProblem</name>
    <message>
        <source>Nothing is written here yet</source>
        <translation>Hier steht noch nichts</translation>
    </message>
    <message>
        <source>A folder has to follow oci:</source>
        <translation>Auf oci: muss ein Ordner folgen</translation>
    </message>
    <message>
        <source>A reference has no %1 in front: host/repository:tag is enough</source>
        <translation>Vor einer Referenz steht kein %1: host/repository:tag genügt</translation>
    </message>
    <message>
        <source>%1 is a registry; a repository has to follow: %1/team/model:v1</source>
        <translation>%1 ist eine Registry; ein Repository muss folgen: %1/team/model:v1</translation>
    </message>
    <message>
        <source>No registry is named: registry.example/team/model:v1, or store:model:v1 for this computer</source>
        <translation>Es ist keine Registry genannt: registry.example/team/model:v1, oder store:model:v1 für diesen Computer</translation>
    </message>
    <message>
        <source>“%1” is no registry: a name with a dot, with a port, or localhost comes first</source>
        <translation>„%1“ ist keine Registry: Zuerst kommt ein Name mit Punkt, mit Port, oder localhost</translation>
    </message>
    <message>
        <source>Registry and repository have %1 characters together; 255 are the most</source>
        <translation>Registry und Repository haben zusammen %1 Zeichen; höchstens 255 gehen</translation>
    </message>
    <message>
        <source>“%1” is no address of a registry</source>
        <translation>„%1“ ist keine Adresse einer Registry</translation>
    </message>
    <message>
        <source>“%1” is no port: a number from 1 to 65535</source>
        <translation>„%1“ ist kein Port: eine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>“%1” (character %2) cannot be in the name of a registry</source>
        <translation>„%1“ (Zeichen %2) kann nicht im Namen einer Registry stehen</translation>
    </message>
    <message>
        <source>“%1” is no name of a registry</source>
        <translation>„%1“ ist kein Name einer Registry</translation>
    </message>
    <message>
        <source>A tag has to follow the colon</source>
        <translation>Auf den Doppelpunkt muss ein Tag folgen</translation>
    </message>
    <message>
        <source>“%1” (character %2) cannot be in a tag</source>
        <translation>„%1“ (Zeichen %2) kann nicht in einem Tag stehen</translation>
    </message>
    <message>
        <source>The tag has %1 characters; 128 are the most</source>
        <translation>Das Tag hat %1 Zeichen; höchstens 128 gehen</translation>
    </message>
    <message>
        <source>A tag cannot begin with “%1”</source>
        <translation>Ein Tag kann nicht mit „%1“ beginnen</translation>
    </message>
    <message>
        <source>The repository is missing</source>
        <translation>Das Repository fehlt</translation>
    </message>
    <message>
        <source>There is a / too many in the repository (character %1)</source>
        <translation>Im Repository ist ein / zu viel (Zeichen %1)</translation>
    </message>
    <message>
        <source>The repository has %1 characters; 255 are the most</source>
        <translation>Das Repository hat %1 Zeichen; höchstens 255 gehen</translation>
    </message>
    <message>
        <source>“%1” (character %2) cannot be in a repository</source>
        <translation>„%1“ (Zeichen %2) kann nicht in einem Repository stehen</translation>
    </message>
    <message>
        <source>A repository is written in lower case: %1, not %2</source>
        <translation>Ein Repository wird kleingeschrieben: %1, nicht %2</translation>
    </message>
    <message>
        <source>“%1” in the repository has to begin and end with a letter or a digit</source>
        <translation>„%1“ im Repository muss mit einem Buchstaben oder einer Ziffer beginnen und enden</translation>
    </message>
    <message>
        <source>“%1” in the repository has too many signs in a row: one dot, one or two underscores, or hyphens</source>
        <translation>„%1“ im Repository hat zu viele Trennzeichen hintereinander: ein Punkt, ein oder zwei Unterstriche, oder Bindestriche</translation>
    </message>
    <message>
        <source>What is published gets its digest by itself: a tag goes here, nothing after an @</source>
        <translation>Veröffentlichtes bekommt seinen Digest von selbst: Hierher gehört ein Tag, nichts nach einem @</translation>
    </message>
    <message>
        <source>This is no place to publish to: registry.example/team/model:v1 is one</source>
        <translation>Dorthin lässt sich nicht veröffentlichen; möglich ist zum Beispiel registry.example/team/model:v1</translation>
    </message>
</context>
<context>
    <name>modelcrate::RegistriesPage</name>
    <message>
        <source>Reference to look at</source>
        <translation>Referenz zum Ansehen</translation>
    </message>
    <message>
        <source>registry.example.com/team/model:v1, store:model:v1 or oci:/folder:v1</source>
        <translation>registry.example.com/team/model:v1, store:model:v1 oder oci:/folder:v1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Look at the reference</source>
        <translation>Die Referenz ansehen</translation>
    </message>
    <message>
        <source>Filter repositories</source>
        <translation>Repositorys filtern</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
    <message>
        <source>%1 are free again.</source>
        <translation>%1 sind wieder frei.</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Show places and tags in place of the other artifact</source>
        <translation>Orte und Tags statt des anderen Artefakts zeigen</translation>
    </message>
</context>
<context>
    <name>modelcrate::RulesSettings</name>
    <message>
        <source>Layers by your rules</source>
        <translation>Layer nach eigenen Regeln</translation>
    </message>
    <message>
        <source>* stands for any part of a name, ** crosses folders. The first rule that fits decides, before those that are built in.</source>
        <translation>* steht für einen beliebigen Teil eines Namens, ** reicht über Ordner. Die erste passende Regel entscheidet, vor den eingebauten.</translation>
    </message>
    <message>
        <source>Also left out</source>
        <translation>Auch ausgelassen</translation>
    </message>
    <message>
        <source>Patterns as in .gitignore, beside what is always left out. A folder that is opened or rescanned goes by them; what a package holds already stays.</source>
        <translation>Muster wie in .gitignore, neben dem, was immer ausgelassen wird. Sie gelten, wenn ein Ordner geöffnet oder neu eingelesen wird; was ein Paket schon enthält, bleibt.</translation>
    </message>
    <message>
        <source>Your rules for layers</source>
        <translation>Eigene Regeln für Layer</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected rule</source>
        <translation>Die gewählte Regel entfernen</translation>
    </message>
    <message>
        <source>Files of a new rule</source>
        <translation>Dateien einer neuen Regel</translation>
    </message>
    <message>
        <source>Layer of a new rule</source>
        <translation>Layer einer neuen Regel</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the rule</source>
        <translation>Die Regel hinzufügen</translation>
    </message>
    <message>
        <source>Your patterns of what is left out</source>
        <translation>Eigene Muster für Ausgelassenes</translation>
    </message>
    <message>
        <source>Remove the selected pattern</source>
        <translation>Das gewählte Muster entfernen</translation>
    </message>
    <message>
        <source>A new pattern of what is left out</source>
        <translation>Ein neues Muster für Ausgelassenes</translation>
    </message>
    <message>
        <source>Add the pattern</source>
        <translation>Das Muster hinzufügen</translation>
    </message>
    <message>
        <source>Layer of %1</source>
        <translation>Layer von %1</translation>
    </message>
    <message>
        <source>A pattern is one line of at most 200 characters and does not begin with #.</source>
        <translation>Ein Muster ist eine Zeile von höchstens 200 Zeichen und beginnt nicht mit #.</translation>
    </message>
</context>
<context>
    <name>modelcrate::SectionBox</name>
    <message>
        <source>%1, open</source>
        <extracomment>accessible name of the header of a section that folds</extracomment>
        <translation>%1, offen</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, geschlossen</translation>
    </message>
</context>
<context>
    <name>modelcrate::SegmentedBar</name>
    <message>
        <source>%1: %2</source>
        <extracomment>accessible name of a bar: what it shows, then every figure</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>modelcrate::SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
</context>
<context>
    <name>modelcrate::SignInFlow</name>
    <message>
        <source>Sign &amp;In…</source>
        <translation>An&amp;melden…</translation>
    </message>
</context>
<context>
    <name>modelcrate::TagChips</name>
    <message>
        <source>Tags: %1</source>
        <translation>Tags: %1</translation>
    </message>
</context>
<context>
    <name>modelcrate::TagRemoval</name>
    <message>
        <source>The tag, to confirm</source>
        <translation>Das Tag, zur Bestätigung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking what else %1 stands for…</source>
        <translation>Es wird gesucht, wofür %1 noch steht…</translation>
    </message>
    <message>
        <source>There are too many tags to say which others stand for the same artifact.</source>
        <translation>Es sind zu viele Tags, um zu sagen, welche noch für dasselbe Artefakt stehen.</translation>
    </message>
    <message>
        <source>It is the only tag of %1: the artifact goes with it.</source>
        <translation>Es ist das einzige Tag von %1: Das Artefakt geht mit ihm.</translation>
    </message>
    <message>
        <source>The same artifact is also called %1. These stay where a tag can be deleted alone; otherwise you are asked again.</source>
        <translation>Dasselbe Artefakt heißt auch %1. Diese bleiben, wo ein Tag allein gelöscht werden kann; sonst folgt eine weitere Frage.</translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s) refer to it.</source>
        <translation>
            <numerusform>%n Artefakt verweist darauf.</numerusform>
            <numerusform>%n Artefakte verweisen darauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Type %1 to delete the tag. This cannot be undone.</source>
        <translation>%1 eingeben, um das Tag zu löschen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete Tag</source>
        <translation>Tag löschen</translation>
    </message>
    <message>
        <source>This registry cannot delete a tag alone.</source>
        <translation>Diese Registry kann ein Tag nicht allein löschen.</translation>
    </message>
    <message>
        <source>These would go too: %1.</source>
        <translation>Diese gingen mit: %1.</translation>
    </message>
    <message>
        <source>Type %1 to delete the artifact with all its tags. This cannot be undone.</source>
        <translation>%1 eingeben, um das Artefakt mit allen Tags zu löschen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete All Its Tags</source>
        <translation>Alle seine Tags löschen</translation>
    </message>
    <message>
        <source>This registry does not allow deletion.</source>
        <translation>Diese Registry erlaubt kein Löschen.</translation>
    </message>
    <message>
        <source>Whoever runs it has to switch it on. Hosted registries often delete on their web pages only.</source>
        <translation>Wer sie betreibt, muss es einschalten. Gehostete Registrys löschen oft nur auf ihren Webseiten.</translation>
    </message>
    <message>
        <source>Deleting %1…</source>
        <translation>%1 wird gelöscht…</translation>
    </message>
    <message>
        <source>%1 was moved meanwhile, and nothing is deleted. Delete it now?</source>
        <translation>%1 wurde inzwischen verschoben; gelöscht ist nichts. Jetzt löschen?</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TagsModel</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Noch nicht angesehen</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>The tag %1 is a signature of it. Whose, and whether it is right, is not checked.</source>
        <translation>Das Tag %1 ist eine Signatur davon. Von wem sie stammt und ob sie stimmt, wird nicht geprüft.</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
</context>
<context>
    <name>modelcrate::TagsView</name>
    <message>
        <source>What a tag stands for is read when its row is seen.</source>
        <translation>Wofür ein Tag steht, wird gelesen, sobald seine Zeile zu sehen ist.</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>Tags filtern</translation>
    </message>
    <message>
        <source>Only models</source>
        <translation>Nur Modelle</translation>
    </message>
    <message>
        <source>Tags of the repository</source>
        <translation>Tags des Repositorys</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Listing the tags…</source>
        <translation>Tags werden aufgelistet…</translation>
    </message>
    <message>
        <source>Choose a repository.</source>
        <translation>Ein Repository wählen.</translation>
    </message>
    <message>
        <source>There are no tags.</source>
        <translation>Es gibt keine Tags.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s), %1 read</source>
        <translation>
            <numerusform>%n Tag, %1 gelesen</numerusform>
            <numerusform>%n Tags, %1 gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline: %n tag(s) as of %1</source>
        <translation>
            <numerusform>Offline: %n Tag, Stand %1</numerusform>
            <numerusform>Offline: %n Tags, Stand %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) so far, %1 read; more are listed as you scroll</source>
        <translation>
            <numerusform>Bisher %n Tag, %1 gelesen; beim Blättern folgen weitere</numerusform>
            <numerusform>Bisher %n Tags, %1 gelesen; beim Blättern folgen weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) are shown; the registry&apos;s list goes on</source>
        <translation>
            <numerusform>%n Tag wird angezeigt; die Liste der Registry geht weiter</numerusform>
            <numerusform>%n Tags werden angezeigt; die Liste der Registry geht weiter</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open Beside</source>
        <translation>Daneben öffnen</translation>
    </message>
    <message>
        <source>Copy Reference</source>
        <translation>Referenz kopieren</translation>
    </message>
</context>
<context>
    <name>modelcrate::TargetAccount</name>
    <message>
        <source>On this computer, no sign-in needed</source>
        <translation>Auf diesem Computer, keine Anmeldung nötig</translation>
    </message>
    <message>
        <source>Looking for a sign-in…</source>
        <translation>Anmeldung wird gesucht…</translation>
    </message>
    <message>
        <source>signed in, from %1</source>
        <translation>angemeldet, aus %1</translation>
    </message>
    <message>
        <source>signed in as %1, from %2</source>
        <translation>angemeldet als %1, aus %2</translation>
    </message>
    <message>
        <source>no sign-in found</source>
        <translation>keine Anmeldung gefunden</translation>
    </message>
    <message>
        <source>sign-in cannot be read</source>
        <translation>Anmeldung lässt sich nicht lesen</translation>
    </message>
</context>
<context>
    <name>modelcrate::TargetForm</name>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Where to publish</source>
        <translation>Wohin veröffentlicht wird</translation>
    </message>
    <message>
        <source>registry.example/team/model:v1</source>
        <translation>registry.example/team/model:v1</translation>
    </message>
    <message>
        <source>Copy the Reference</source>
        <translation>Referenz kopieren</translation>
    </message>
    <message>
        <source>Sign &amp;In…</source>
        <translation>&amp;Anmelden…</translation>
    </message>
    <message>
        <source>The tag is written last. Until then nobody sees %1.</source>
        <translation>Das Tag wird zuletzt geschrieben. Bis dahin sieht niemand %1.</translation>
    </message>
    <message>
        <source>A registry, or store: for this computer, or oci: for a folder</source>
        <translation>Eine Registry, oder store: für diesen Computer, oder oci: für einen Ordner</translation>
    </message>
    <message>
        <source>Without a tag it is found by its digest only</source>
        <translation>Ohne Tag ist es nur über seinen Digest zu finden</translation>
    </message>
    <message>
        <source>%1 is corrected in place</source>
        <translation>%1 wird an Ort und Stelle berichtigt</translation>
    </message>
    <message>
        <source>%1 is taken</source>
        <translation>%1 ist vergeben</translation>
    </message>
    <message>
        <source>%1 is free</source>
        <translation>%1 ist frei</translation>
    </message>
    <message>
        <source>Whether %1 is free is not known</source>
        <translation>Ob %1 frei ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Anfrage läuft…</translation>
    </message>
</context>
<context>
    <name>modelcrate::TargetSuggestions</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
</context>
<context>
    <name>modelcrate::TargetText</name>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>der Ordner</translation>
    </message>
</context>
<context>
    <name>modelcrate::TextEditPage</name>
    <message>
        <source>Put &amp;Back as Published</source>
        <translation>Wie veröffentlicht wiederher&amp;stellen</translation>
    </message>
    <message>
        <source>Back to the Package</source>
        <translation>Zurück zum Paket</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>Text von %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Wie veröffentlicht</translation>
    </message>
</context>
<context>
    <name>modelcrate::TimeBox</name>
    <message>
        <source>Not known while nothing moves. %1 are left.</source>
        <translation>Nicht bekannt, solange sich nichts bewegt. %1 bleiben.</translation>
    </message>
    <message>
        <source>Known once something is sent.</source>
        <translation>Bekannt, sobald etwas gesendet wird.</translation>
    </message>
    <message>
        <source>About %1 left at %2.</source>
        <translation>Noch etwa %1 bei %2.</translation>
    </message>
    <message numerus="yes">
        <source>About %1 left at %2, if the %n stopped layer(s) start again.</source>
        <translation>
            <numerusform>Noch etwa %1 bei %2, wenn der %n gestoppte Layer wieder beginnt.</numerusform>
            <numerusform>Noch etwa %1 bei %2, wenn die %n gestoppten Layer wieder beginnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without the %n stopped layer(s): about %1.</source>
        <translation>
            <numerusform>Ohne den %n gestoppten Layer: etwa %1.</numerusform>
            <numerusform>Ohne die %n gestoppten Layer: etwa %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else is left to be sent.</source>
        <translation>Sonst ist nichts mehr zu senden.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Known once it is its turn.</source>
        <translation>Bekannt, sobald es an der Reihe ist.</translation>
    </message>
    <message>
        <source>It is about to pause.</source>
        <translation>Es hält gleich an.</translation>
    </message>
    <message>
        <source>It is about to end.</source>
        <translation>Es endet gleich.</translation>
    </message>
    <message>
        <source>Nothing is sent until it is resumed. %1 are left.</source>
        <translation>Bis zum Fortsetzen wird nichts gesendet. %1 bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of unknown size come on top.</source>
        <translation>
            <numerusform>%n Layer unbekannter Größe kommt hinzu.</numerusform>
            <numerusform>%n Layer unbekannter Größe kommen hinzu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TokenField</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Too many at once: add the rest in parts.</source>
        <translation>Zu viele auf einmal: den Rest in Teilen hinzufügen.</translation>
    </message>
    <message>
        <source>%1 is marked</source>
        <translation>%1 ist markiert</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>modelcrate::TransferLog</name>
    <message>
        <source>Asked to wait: %1</source>
        <translation>Um Warten gebeten: %1</translation>
    </message>
    <message>
        <source>Answered %1: %2</source>
        <translation>Antwort %1: %2</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Keine Antwort: %1</translation>
    </message>
    <message>
        <source>Connection lost: %1</source>
        <translation>Verbindung verloren: %1</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Exists: %1</source>
        <translation>Vorhanden: %1</translation>
    </message>
    <message>
        <source>Mounted: %1</source>
        <translation>Eingebunden: %1</translation>
    </message>
    <message>
        <source>Uploaded: %1</source>
        <translation>Hochgeladen: %1</translation>
    </message>
    <message>
        <source>No data: %1</source>
        <translation>Keine Daten: %1</translation>
    </message>
    <message>
        <source>Moves again: %1</source>
        <translation>Geht weiter: %1</translation>
    </message>
    <message>
        <source>Retried: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Gestoppt: %1</translation>
    </message>
</context>
<context>
    <name>modelcrate::TransferNotices</name>
    <message>
        <source>Publishing %1 failed</source>
        <translation>Veröffentlichen von %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 is published</source>
        <translation>%1 ist veröffentlicht</translation>
    </message>
    <message>
        <source>Pulling %1 failed</source>
        <translation>Herunterladen von %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 is pulled</source>
        <translation>%1 ist heruntergeladen</translation>
    </message>
    <message>
        <source>Copying %1 failed</source>
        <translation>Kopieren von %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 is copied</source>
        <translation>%1 ist kopiert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show Transfers</source>
        <translation>Transfers zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n transfers have ended, not all successfully</source>
        <translation>
            <numerusform>%n Transfer ist beendet, nicht erfolgreich</numerusform>
            <numerusform>%n Transfers sind beendet, nicht alle erfolgreich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfers are finished</source>
        <translation>
            <numerusform>%n Transfer ist fertig</numerusform>
            <numerusform>%n Transfers sind fertig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TransferSettings</name>
    <message>
        <source>Transfers</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Höchste Rate</translation>
    </message>
    <message>
        <source>The limit is for all transfers together and holds at once, also for those that run.</source>
        <translation>Die Grenze gilt für alle Transfers zusammen und sofort, auch für laufende.</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> MiB/s</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Only while no window of Modelcrate has the focus, and only for transfers that took longer than half a minute.</source>
        <translation>Nur solange kein Fenster von Modelcrate den Fokus hat, und nur für Transfers, die länger als eine halbe Minute liefen.</translation>
    </message>
    <message>
        <source>Notify when long transfers end</source>
        <translation>Das Ende langer Transfers melden</translation>
    </message>
</context>
<context>
    <name>modelcrate::TransferText</name>
    <message>
        <source>Preparing</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Wird empfangen</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Wird kopiert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 and %n more</source>
        <translation>
            <numerusform>%1: %2 und %n weitere</numerusform>
            <numerusform>%1: %2 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2 of %3 done</source>
        <translation>%1. %2 von %3 erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>Pulled, but for %n files</source>
        <translation>
            <numerusform>Heruntergeladen, bis auf %n Datei</numerusform>
            <numerusform>Heruntergeladen, bis auf %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 als %2</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry Now</source>
        <translation>Jetzt wiederholen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cancel Transfer</source>
        <translation>Transfer abbrechen</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy Reference</source>
        <translation>Referenz kopieren</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Pausing at a clean boundary</source>
        <translation>Hält an einer sauberen Stelle an</translation>
    </message>
    <message>
        <source>Canceling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Canceled by you</source>
        <translation>Selbst abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted when the program ended. What was sent or received is kept.</source>
        <translation>Unterbrochen, als das Programm endete. Gesendetes und Empfangenes ist erhalten.</translation>
    </message>
    <message>
        <source>Waiting for the ones before it</source>
        <translation>Wartet auf die Transfers davor</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Selbst angehalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Nach: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Beendet: %1</translation>
    </message>
    <message>
        <source>Digest: %1</source>
        <translation>Digest: %1</translation>
    </message>
</context>
<context>
    <name>modelcrate::TransfersModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Unverschlüsselt</translation>
    </message>
</context>
<context>
    <name>modelcrate::TransfersPage</name>
    <message>
        <source>Pause All</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Resume All</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Clear Finished</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Transfers are not kept</source>
        <translation>Transfers werden nicht aufbewahrt</translation>
    </message>
    <message>
        <source>They cannot be written to the disk, so they will be forgotten when the program ends.</source>
        <translation>Sie lassen sich nicht auf den Datenträger schreiben und sind mit dem Ende des Programms vergessen.</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>Nothing is being transferred</source>
        <translation>Nichts wird übertragen</translation>
    </message>
    <message>
        <source>What is published, pulled or copied stands here. It goes on while other pages are open, can be paused, and comes back after a restart.</source>
        <translation>Hier steht, was veröffentlicht, heruntergeladen oder kopiert wird. Es läuft weiter, während andere Seiten offen sind, lässt sich anhalten und ist nach einem Neustart wieder da.</translation>
    </message>
    <message>
        <source>At &amp;once:</source>
        <translation>Zu&amp;gleich:</translation>
    </message>
    <message>
        <source>Transfers at once</source>
        <translation>Zugleich laufende Transfers</translation>
    </message>
    <message>
        <source>&amp;Limit:</source>
        <translation>&amp;Grenze:</translation>
    </message>
    <message>
        <source>Limit of all transfers together</source>
        <translation>Grenze aller Transfers zusammen</translation>
    </message>
    <message>
        <source>Pause or Resume</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n transfers were interrupted</source>
        <translation>
            <numerusform>%n Transfer wurde unterbrochen</numerusform>
            <numerusform>%n Transfers wurden unterbrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>They go on from where they were.</source>
        <translation>Sie machen dort weiter, wo sie waren.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TransfersSummary</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, stalled</source>
        <translation>%1, stockt</translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <translation>%1, noch etwa %2</translation>
    </message>
</context>
<context>
    <name>modelcrate::TreemapPanel</name>
    <message>
        <source>Largest files</source>
        <translation>Größte Dateien</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Sizes as a map or as a table</source>
        <translation>Größen als Karte oder als Tabelle</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Close the treemap</source>
        <translation>Die Kacheln schließen</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TreemapView</name>
    <message numerus="yes">
        <source>%Ln small file(s), %1</source>
        <translation>
            <numerusform>%Ln kleine Datei, %1</numerusform>
            <numerusform>%Ln kleine Dateien, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Files by size</source>
        <translation>Dateien nach Größe</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>No file has a size</source>
        <translation>Keine Datei hat eine Größe</translation>
    </message>
    <message>
        <source>No file of the package has a size</source>
        <translation>Keine Datei des Pakets hat eine Größe</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>%1, %2 of the package
Layer: %3</source>
        <translation>%1, %2 des Pakets
Layer: %3</translation>
    </message>
    <message>
        <source>%1
%2, %3 of the package
Layer: %4</source>
        <translation>%1
%2, %3 des Pakets
Layer: %4</translation>
    </message>
</context>
<context>
    <name>modelcrate::TriStateField</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Keine Angabe</translation>
    </message>
</context>
<context>
    <name>modelcrate::UnattendedRun</name>
    <message>
        <source>%1 cannot be opened</source>
        <translation>%1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>it takes longer than ten minutes</source>
        <translation>es dauert länger als zehn Minuten</translation>
    </message>
    <message>
        <source>the page has no Publish button</source>
        <translation>die Seite hat keine Schaltfläche zum Veröffentlichen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>the picture cannot be written to %1</source>
        <translation>das Bild lässt sich nicht nach %1 schreiben</translation>
    </message>
</context>
<context>
    <name>modelcrate::UseCommands</name>
    <message>
        <source>Kubernetes</source>
        <translation>Kubernetes</translation>
    </message>
    <message>
        <source>To a registry</source>
        <translation>In eine Registry</translation>
    </message>
</context>
<context>
    <name>modelcrate::WebLink</name>
    <message>
        <source>Open this link in the browser?</source>
        <translation>Diesen Link im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>modelcrate::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Package…</source>
        <translation>&amp;Paket öffnen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Try a Sa&amp;mple Package</source>
        <translation>&amp;Beispielpaket ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>&amp;Close Tab</source>
        <translation>Registerkarte s&amp;chließen</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Ctrl+W</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Ctrl+Y</source>
        <translation>Ctrl+Y</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Packages</source>
        <translation>&amp;Pakete</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>&amp;Registries</source>
        <translation>Re&amp;gistrys</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>&amp;Transfers</source>
        <translation>&amp;Transfers</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl+4</source>
        <translation>Ctrl+4</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Dateien</translation>
    </message>
    <message>
        <source>Ctrl+Alt+1</source>
        <translation>Ctrl+Alt+1</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadaten</translation>
    </message>
    <message>
        <source>Ctrl+Alt+2</source>
        <translation>Ctrl+Alt+2</translation>
    </message>
    <message>
        <source>&amp;Annotations</source>
        <translation>&amp;Annotationen</translation>
    </message>
    <message>
        <source>Ctrl+Alt+3</source>
        <translation>Ctrl+Alt+3</translation>
    </message>
    <message>
        <source>Ma&amp;nifest</source>
        <translation>Ma&amp;nifest</translation>
    </message>
    <message>
        <source>Ctrl+Alt+4</source>
        <translation>Ctrl+Alt+4</translation>
    </message>
    <message>
        <source>R&amp;EADME</source>
        <translation>&amp;README</translation>
    </message>
    <message>
        <source>Ctrl+Alt+5</source>
        <translation>Ctrl+Alt+5</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>Be&amp;fehlspalette…</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>Next Ta&amp;b</source>
        <translation>Nä&amp;chste Registerkarte</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Treemap by Si&amp;ze</source>
        <translation>Kac&amp;heln nach Größe</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <translation>Ctrl+Shift+M</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>Problems and Acti&amp;vity</source>
        <translation>Probleme und A&amp;ktivität</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>&amp;Go to the Message</source>
        <translation>&amp;Zur Meldung</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>&amp;Layout zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Package</source>
        <translation>&amp;Paket</translation>
    </message>
    <message>
        <source>&amp;Publish…</source>
        <translation>&amp;Veröffentlichen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Return</source>
        <translation>Ctrl+Shift+Return</translation>
    </message>
    <message>
        <source>&amp;Registry</source>
        <translation>&amp;Registry</translation>
    </message>
    <message>
        <source>Open &amp;Reference…</source>
        <translation>&amp;Referenz öffnen…</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Open &amp;Beside</source>
        <translation>&amp;Daneben öffnen</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Return</source>
        <translation>Ctrl+Alt+Return</translation>
    </message>
    <message>
        <source>P&amp;ull into a Folder…</source>
        <translation>In einen Ordner &amp;herunterladen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>&amp;Edit Published Model…</source>
        <translation>Veröffentlichtes Modell b&amp;earbeiten…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>&amp;Accounts…</source>
        <translation>&amp;Konten…</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Anleitung</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation>Ctrl+/</translation>
    </message>
    <message>
        <source>&amp;About Modelcrate</source>
        <translation>&amp;Info zu Modelcrate</translation>
    </message>
</context>
<context>
    <name>modelcrate::WindowMessage</name>
    <message>
        <source>The sample package cannot be made</source>
        <translation>Das Beispielpaket lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>%1 is not saved</source>
        <translation>%1 ist nicht gespeichert</translation>
    </message>
    <message>
        <source>Unsaved edits cannot be kept for the next start</source>
        <translation>Ungespeicherte Änderungen lassen sich nicht für den nächsten Start aufbewahren</translation>
    </message>
    <message>
        <source>Settings are not kept for the next start</source>
        <translation>Die Einstellungen bleiben nicht bis zum nächsten Start erhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) of unsaved edits cannot be read</source>
        <translation>
            <numerusform>%n Kopie ungespeicherter Änderungen ist nicht lesbar</numerusform>
            <numerusform>%n Kopien ungespeicherter Änderungen sind nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>It is kept as %1.</source>
        <translation>Sie liegt unter %1.</translation>
    </message>
    <message>
        <source>The last one is kept as %1; Activity names the others.</source>
        <translation>Die letzte liegt unter %1; die anderen nennt „Aktivität“.</translation>
    </message>
    <message>
        <source>An editor shows what is in it. To try again, take &quot;.broken&quot; off its name and start anew.</source>
        <translation>Ein Editor zeigt, was darin steht. Für einen neuen Versuch „.broken“ vom Namen entfernen und neu starten.</translation>
    </message>
</context>
</TS>
