<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>modelcrate::ArtifactFiles</name>
    <message numerus="yes">
        <source>%Ln more: the JSON of the manifest has all</source>
        <translation>
            <numerusform>%Ln more: the JSON of the manifest has all</numerusform>
            <numerusform>%Ln more: the JSON of the manifest has all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactOverview</name>
    <message numerus="yes">
        <source>%n image(s) are not loaded.</source>
        <translation>
            <numerusform>%n image is not loaded.</numerusform>
            <numerusform>%n images are not loaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactPage</name>
    <message numerus="yes">
        <source>An index of %n artifact(s).</source>
        <translation>
            <numerusform>An index of %n artifact.</numerusform>
            <numerusform>An index of %n artifacts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::BundleOffer</name>
    <message numerus="yes">
        <source>%Ln layers are more than registries and tools take.</source>
        <translation>
            <numerusform>%Ln layer is more than registries and tools take.</numerusform>
            <numerusform>%Ln layers are more than registries and tools take.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bundle %Ln folder(s)</source>
        <translation>
            <numerusform>Bundle %Ln folder</numerusform>
            <numerusform>Bundle %Ln folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ComparePage</name>
    <message numerus="yes">
        <source>Config and annotations, %n difference(s)</source>
        <translation>
            <numerusform>Config and annotations, %n difference</numerusform>
            <numerusform>Config and annotations, %n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more: the export has all</source>
        <translation>
            <numerusform>%Ln more: the export has all</numerusform>
            <numerusform>%Ln more: the export has all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::CompareReport</name>
    <message numerus="yes">
        <source>%n layer(s) changed</source>
        <translation>
            <numerusform>%n layer changed</numerusform>
            <numerusform>%n layers changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renamed</source>
        <translation>
            <numerusform>%n renamed</numerusform>
            <numerusform>%n renamed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of another kind</source>
        <translation>
            <numerusform>%n of another kind</numerusform>
            <numerusform>%n of another kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not hashed yet</source>
        <translation>
            <numerusform>%n not hashed yet</numerusform>
            <numerusform>%n not hashed yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::DiskBar</name>
    <message numerus="yes">
        <source>%Ln file(s) changed on disk.</source>
        <translation>
            <numerusform>%Ln file changed on disk.</numerusform>
            <numerusform>%Ln files changed on disk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new file(s) in the folder.</source>
        <translation>
            <numerusform>%Ln new file in the folder.</numerusform>
            <numerusform>%Ln new files in the folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ExtensionOffer</name>
    <message numerus="yes">
        <source>%Ln file(s) changed: %1.</source>
        <translation>
            <numerusform>%Ln file changed: %1.</numerusform>
            <numerusform>%Ln files changed: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do this for all %Ln %1 files</source>
        <translation>
            <numerusform>Do this for the %Ln %1 file</numerusform>
            <numerusform>Do this for all %Ln %1 files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::FileListModel</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::FilesBanner</name>
    <message numerus="yes">
        <source>Review %Ln</source>
        <translation>
            <numerusform>Review %Ln</numerusform>
            <numerusform>Review %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>%Ln layer</numerusform>
            <numerusform>%Ln layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) a look.</source>
        <translation>
            <numerusform>%Ln needs a look.</numerusform>
            <numerusform>%Ln need a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: %1</source>
        <translation>
            <numerusform>%Ln left out: %1</numerusform>
            <numerusform>%Ln left out: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s), %1, as published.</source>
        <translation>
            <numerusform>%n layer, %1, as published.</numerusform>
            <numerusform>%n layers, %1, as published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) replaced.</source>
        <translation>
            <numerusform>%n file replaced.</numerusform>
            <numerusform>%n files replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::Inspector</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::JsonContent</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ManifestContent</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed: %1.</source>
        <translation>
            <numerusform>%n field changed: %1.</numerusform>
            <numerusform>%n fields changed: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) changed: %1.</source>
        <translation>
            <numerusform>%n annotation changed: %1.</numerusform>
            <numerusform>%n annotations changed: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) replaced (%1).</source>
        <translation>
            <numerusform>%n layer replaced (%1).</numerusform>
            <numerusform>%n layers replaced (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of another kind or packaging (%1).</source>
        <translation>
            <numerusform>%n layer of another kind or packaging (%1).</numerusform>
            <numerusform>%n layers of another kind or packaging (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) renamed (%1).</source>
        <translation>
            <numerusform>%n layer renamed (%1).</numerusform>
            <numerusform>%n layers renamed (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) added (%1).</source>
        <translation>
            <numerusform>%n layer added (%1).</numerusform>
            <numerusform>%n layers added (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) removed (%1).</source>
        <translation>
            <numerusform>%n layer removed (%1).</numerusform>
            <numerusform>%n layers removed (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) to be compared once hashed (%1).</source>
        <translation>
            <numerusform>%n layer to be compared once hashed (%1).</numerusform>
            <numerusform>%n layers to be compared once hashed (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) unchanged (%1).</source>
        <translation>
            <numerusform>%n layer unchanged (%1).</numerusform>
            <numerusform>%n layers unchanged (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ManifestView</name>
    <message numerus="yes">
        <source>%n digest(s) pending</source>
        <translation>
            <numerusform>%n digest pending</numerusform>
            <numerusform>%n digests pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ from %1</source>
        <translation>
            <numerusform>%n field differs from %1</numerusform>
            <numerusform>%n fields differ from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::MetadataPage</name>
    <message numerus="yes">
        <source>%n layer(s) in modelfs, with the digest of each as it is unpacked. The list is made from the files and needs no input.</source>
        <translation>
            <numerusform>%n layer in modelfs, with its digest as it is unpacked. The list is made from the files and needs no input.</numerusform>
            <numerusform>%n layers in modelfs, with the digest of each as it is unpacked. The list is made from the files and needs no input.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n empty</source>
        <comment>fields</comment>
        <translation>
            <numerusform>Show %n empty</numerusform>
            <numerusform>Show %n empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1, %n problem</numerusform>
            <numerusform>%1, %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n to look at</numerusform>
            <numerusform>%1, %n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PackageDocument</name>
    <message numerus="yes">
        <source>change the layer of %n file(s)</source>
        <translation>
            <numerusform>change the layer of %n file</numerusform>
            <numerusform>change the layer of %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change the packaging of %n file(s)</source>
        <translation>
            <numerusform>change the packaging of %n file</numerusform>
            <numerusform>change the packaging of %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>include %n file(s)</source>
        <translation>
            <numerusform>include %n file</numerusform>
            <numerusform>include %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leave out %n file(s)</source>
        <translation>
            <numerusform>leave out %n file</numerusform>
            <numerusform>leave out %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>confirm %n file(s)</source>
        <translation>
            <numerusform>confirm %n file</numerusform>
            <numerusform>confirm %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bundle %n file(s)</source>
        <translation>
            <numerusform>bundle %n file</numerusform>
            <numerusform>bundle %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PackageProblems</name>
    <message numerus="yes">
        <source>%n file(s) are gone: leave them out, or look at the folder again</source>
        <translation>
            <numerusform>%n file is gone: leave them out, or look at the folder again</numerusform>
            <numerusform>%n files are gone: leave them out, or look at the folder again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed on disk: look at the folder again</source>
        <translation>
            <numerusform>%n file changed on disk: look at the folder again</numerusform>
            <numerusform>%n files changed on disk: look at the folder again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are sorted by a guess: please have a look</source>
        <translation>
            <numerusform>%n file is sorted by a guess: please have a look</numerusform>
            <numerusform>%n files are sorted by a guess: please have a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more problem(s)</source>
        <translation>
            <numerusform>%n more problem</numerusform>
            <numerusform>%n more problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PackageTab</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to hash</source>
        <translation>
            <numerusform>%n file still to hash</numerusform>
            <numerusform>%n files still to hash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PlacesTree</name>
    <message numerus="yes">
        <source>%Ln more: filter by name</source>
        <translation>
            <numerusform>%Ln more: filter by name</numerusform>
            <numerusform>%Ln more: filter by name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishActions</name>
    <message numerus="yes">
        <source>%n layer(s) sending, %1 stopped for now</source>
        <translation>
            <numerusform>%n layer sending, %1 stopped for now</numerusform>
            <numerusform>%n layers sending, %1 stopped for now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) sending. This page can be left.</source>
        <translation>
            <numerusform>%n layer sending. This page can be left.</numerusform>
            <numerusform>%n layers sending. This page can be left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishBanner</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishChecks</name>
    <message numerus="yes">
        <source>%n signature(s) or other artifact(s) stay with %1</source>
        <translation>
            <numerusform>%n signature or other artifact stays with %1</numerusform>
            <numerusform>%n signatures or other artifacts stay with %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n small file(s) of %1 could be one layer</source>
        <translation>
            <numerusform>%n small file of %1 could be one layer</numerusform>
            <numerusform>%n small files of %1 could be one layer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more folder(s) of small files</source>
        <translation>
            <numerusform>%n more folder of small files</numerusform>
            <numerusform>%n more folders of small files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more remark(s)</source>
        <translation>
            <numerusform>%n more remark</numerusform>
            <numerusform>%n more remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishModel</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishTotals</name>
    <message numerus="yes">
        <source>of %1 in %n layer(s), config and manifest</source>
        <translation>
            <numerusform>of %1 in %n layer, config and manifest</numerusform>
            <numerusform>of %1 in %n layers, config and manifest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s)</source>
        <translation>
            <numerusform>%n upload</numerusform>
            <numerusform>%n uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n layer(s), config and manifest</source>
        <translation>
            <numerusform>%1 in %n layer, config and manifest</numerusform>
            <numerusform>%1 in %n layers, config and manifest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishedDetails</name>
    <message numerus="yes">
        <source>%n layer(s), %1</source>
        <translation>
            <numerusform>%n layer, %1</numerusform>
            <numerusform>%n layers, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PullModel</name>
    <message numerus="yes">
        <source>%1, %n file(s)</source>
        <translation>
            <numerusform>%1, %n file</numerusform>
            <numerusform>%1, %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PullPage</name>
    <message numerus="yes">
        <source>%n file(s) are there with the same size; those with the same content are kept.</source>
        <translation>
            <numerusform>%n file is there with the same size; it is kept if it has the same content.</numerusform>
            <numerusform>%n files are there with the same size; those with the same content are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) stand in the way.</source>
        <translation>
            <numerusform>%n other file stands in the way.</numerusform>
            <numerusform>%n other files stand in the way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) stay as they are.</source>
        <translation>
            <numerusform>%n other file stays as it is.</numerusform>
            <numerusform>%n other files stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) will be replaced.</source>
        <translation>
            <numerusform>%n other file will be replaced.</numerusform>
            <numerusform>%n other files will be replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be written under another name.</source>
        <translation>
            <numerusform>%n file will be written under another name.</numerusform>
            <numerusform>%n files will be written under another name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What %n archive(s) hold is seen when they are read.</source>
        <translation>
            <numerusform>What %n archive holds is seen when it is read.</numerusform>
            <numerusform>What %n archives hold is seen when they are read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::QueueBox</name>
    <message numerus="yes">
        <source>%n transfer(s) come before this one.</source>
        <translation>
            <numerusform>%n transfer comes before this one.</numerusform>
            <numerusform>%n transfers come before this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) wait behind this one.</source>
        <translation>
            <numerusform>%n transfer waits behind this one.</numerusform>
            <numerusform>%n transfers wait behind this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::RailButton</name>
    <message numerus="yes">
        <source>%1, %n active</source>
        <translation>
            <numerusform>%1, %n active</numerusform>
            <numerusform>%1, %n active</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TagRemoval</name>
    <message numerus="yes">
        <source>%n artifact(s) refer to it.</source>
        <translation>
            <numerusform>%n artifact refers to it.</numerusform>
            <numerusform>%n artifacts refer to it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TagsView</name>
    <message numerus="yes">
        <source>%n tag(s), %1 read</source>
        <translation>
            <numerusform>%n tag, %1 read</numerusform>
            <numerusform>%n tags, %1 read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline: %n tag(s) as of %1</source>
        <translation>
            <numerusform>Offline: %n tag as of %1</numerusform>
            <numerusform>Offline: %n tags as of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) so far, %1 read; more are listed as you scroll</source>
        <translation>
            <numerusform>%n tag so far, %1 read; more are listed as you scroll</numerusform>
            <numerusform>%n tags so far, %1 read; more are listed as you scroll</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) are shown; the registry&apos;s list goes on</source>
        <translation>
            <numerusform>%n tag is shown; the registry&apos;s list goes on</numerusform>
            <numerusform>%n tags are shown; the registry&apos;s list goes on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TimeBox</name>
    <message numerus="yes">
        <source>About %1 left at %2, if the %n stopped layer(s) start again.</source>
        <translation>
            <numerusform>About %1 left at %2, if the %n stopped layer starts again.</numerusform>
            <numerusform>About %1 left at %2, if the %n stopped layers start again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without the %n stopped layer(s): about %1.</source>
        <translation>
            <numerusform>Without the %n stopped layer: about %1.</numerusform>
            <numerusform>Without the %n stopped layers: about %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of unknown size come on top.</source>
        <translation>
            <numerusform>%n layer of unknown size comes on top.</numerusform>
            <numerusform>%n layers of unknown size come on top.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TransferNotices</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfers have ended, not all successfully</source>
        <translation>
            <numerusform>%n transfer has ended, not successfully</numerusform>
            <numerusform>%n transfers have ended, not all successfully</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfers are finished</source>
        <translation>
            <numerusform>%n transfer is finished</numerusform>
            <numerusform>%n transfers are finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TransferText</name>
    <message numerus="yes">
        <source>%1: %2 and %n more</source>
        <translation>
            <numerusform>%1: %2 and %n more</numerusform>
            <numerusform>%1: %2 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pulled, but for %n files</source>
        <translation>
            <numerusform>Pulled, but for %n file</numerusform>
            <numerusform>Pulled, but for %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TransfersPage</name>
    <message numerus="yes">
        <source>%n transfers were interrupted</source>
        <translation>
            <numerusform>%n transfer was interrupted</numerusform>
            <numerusform>%n transfers were interrupted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TransfersSummary</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TreemapPanel</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TreemapView</name>
    <message numerus="yes">
        <source>%Ln small file(s), %1</source>
        <translation>
            <numerusform>%Ln small file, %1</numerusform>
            <numerusform>%Ln small files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::WindowMessage</name>
    <message numerus="yes">
        <source>%n copy(ies) of unsaved edits cannot be read</source>
        <translation>
            <numerusform>%n copy of unsaved edits cannot be read</numerusform>
            <numerusform>%n copies of unsaved edits cannot be read</numerusform>
        </translation>
    </message>
</context>
</TS>
