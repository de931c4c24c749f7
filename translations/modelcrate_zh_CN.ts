<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>main</name>
    <message>
        <source>Packages AI models as ModelPack artifacts and moves them to and from OCI registries.</source>
        <translation>将 AI 模型打包为 ModelPack 制品，并在 OCI 制品库之间传输。</translation>
    </message>
    <message>
        <source>A model folder or a *.modelcrate.json package.</source>
        <translation>模型文件夹或 *.modelcrate.json 模型包。</translation>
    </message>
    <message>
        <source>Publish the path through the window, print reference and digest, and end.</source>
        <translation>通过窗口发布该路径，输出引用和摘要后退出。</translation>
    </message>
    <message>
        <source>With --publish-to: save a picture of the window.</source>
        <translation>与 --publish-to 一起使用：保存窗口截图。</translation>
    </message>
</context>
<context>
    <name>modelcrate::AccessSteps</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>制品库</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>May pull</source>
        <translation>可拉取</translation>
    </message>
    <message>
        <source>May push</source>
        <translation>可推送</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>Plain HTTP, not encrypted</source>
        <translation>普通 HTTP，未加密</translation>
    </message>
    <message>
        <source>Asks for no sign-in</source>
        <translation>不要求登录</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>No such repository yet</source>
        <translation>尚无此仓库</translation>
    </message>
    <message>
        <source>%1: being tried</source>
        <translation>%1：正在尝试</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1: %2. %3 %4</source>
        <translation>%1：%2。%3 %4</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>仅本次会话</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain</source>
        <translation>桌面的密钥环</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在尝试…</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>The registry keeps the empty upload until it expires</source>
        <translation>制品库会保留空的上传，直到它过期</translation>
    </message>
</context>
<context>
    <name>modelcrate::AccountForm</name>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>密码或令牌</translation>
    </message>
    <message>
        <source>Use an access token in place of the password where the registry offers one.</source>
        <translation>如果制品库提供访问令牌，请用它代替密码。</translation>
    </message>
    <message>
        <source>Where the password is kept</source>
        <translation>密码的保存位置</translation>
    </message>
    <message>
        <source>Why the sign-in failed</source>
        <translation>登录失败的原因</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password or token</source>
        <translation>密码或令牌(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>In the desktop&apos;s keychain</source>
        <translation>在桌面的密钥环中</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>仅本次会话</translation>
    </message>
    <message>
        <source>Where Docker keeps it</source>
        <translation>Docker 的保存位置</translation>
    </message>
    <message>
        <source>Encrypted; for Modelcrate&apos;s window.</source>
        <translation>已加密；供 Modelcrate 窗口使用。</translation>
    </message>
    <message>
        <source>For docker, podman and modelcrate-cli too. Not encrypted, unless Docker has a credential helper.</source>
        <translation>docker、podman 和 modelcrate-cli 也可使用。除非 Docker 配有凭据助手，否则未加密。</translation>
    </message>
    <message>
        <source>Nothing is written; the password is forgotten when Modelcrate ends.</source>
        <translation>不写入任何内容；Modelcrate 退出后密码即被遗忘。</translation>
    </message>
</context>
<context>
    <name>modelcrate::AccountSettings</name>
    <message>
        <source>This session only</source>
        <translation>仅本次会话</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain</source>
        <translation>桌面的密钥环</translation>
    </message>
    <message>
        <source>The variable %1</source>
        <translation>变量 %1</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>Authority of its own</source>
        <translation>自有证书颁发机构</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>制品库</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存于</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Accounts of registries</source>
        <translation>制品库账户</translation>
    </message>
    <message>
        <source>No accounts are found: neither docker nor podman is signed in to a registry, and no registry was used yet. Public models can be pulled without an account; to publish, sign in.</source>
        <translation>未找到账户：docker 和 podman 都未登录任何制品库，也尚未使用过制品库。公开模型无需账户即可拉取；要发布，请先登录。</translation>
    </message>
    <message>
        <source>Sign &amp;In…</source>
        <translation>登录(&amp;I)…</translation>
    </message>
    <message>
        <source>Sign &amp;Out</source>
        <translation>注销(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>重新查找(&amp;L)</translation>
    </message>
    <message>
        <source>Reads Docker&apos;s and Podman&apos;s files and asks their helpers once more</source>
        <translation>重新读取 Docker 和 Podman 的文件并询问其助手</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Registry to sign in to</source>
        <translation>要登录的制品库</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use &amp;plain HTTP: passwords and files are not encrypted on the way</source>
        <translation>使用普通 HTTP(&amp;P)：密码和文件在传输中未加密</translation>
    </message>
    <message>
        <source>Use plain HTTP, not encrypted</source>
        <translation>使用普通 HTTP，未加密</translation>
    </message>
    <message>
        <source>Certificate authority:</source>
        <translation>证书颁发机构：</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose a file with certificate authorities</source>
        <translation>选择证书颁发机构文件</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Trust only the system&apos;s certificate authorities</source>
        <translation>仅信任系统的证书颁发机构</translation>
    </message>
    <message>
        <source>Repository whose rights are tested</source>
        <translation>要测试权限的仓库</translation>
    </message>
    <message>
        <source>team/model, to test pull and push too</source>
        <translation>team/model，同时测试拉取和推送</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Test the way to the registry</source>
        <translation>测试到制品库的连接</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>无账户</translation>
    </message>
    <message>
        <source>with a token</source>
        <translation>使用令牌</translation>
    </message>
    <message>
        <source>%1 — not used</source>
        <translation>%1（未使用）</translation>
    </message>
    <message>
        <source>%1 is not used: an account of another place comes before it</source>
        <translation>%1 未使用：其他位置的账户优先</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>系统的颁发机构</translation>
    </message>
    <message>
        <source>Another program keeps this account: sign out there</source>
        <translation>此账户由其他程序保存：请在那里注销</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Signed in to %1.</source>
        <translation>已登录 %1。</translation>
    </message>
    <message>
        <source>It asks nobody for a password here, so the password was not tested.</source>
        <translation>它在此不要求任何人输入密码，因此密码未经验证。</translation>
    </message>
    <message>
        <source>Signed out of %1.</source>
        <translation>已从 %1 注销。</translation>
    </message>
    <message>
        <source>Certificate Authority of %1</source>
        <translation>%1 的证书颁发机构</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The registry does not take this user and password.</source>
        <translation>制品库不接受此用户名和密码。</translation>
    </message>
</context>
<context>
    <name>modelcrate::ActivityBox</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>What happened in this transfer</source>
        <translation>此传输的经过</translation>
    </message>
</context>
<context>
    <name>modelcrate::AnnotationsModel</name>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Add a key…</source>
        <translation>添加键…</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>自动生成</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>On</source>
        <translation>所在</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No file of this package is called &quot;%1&quot;.</source>
        <translation>此模型包中没有名为“%1”的文件。</translation>
    </message>
    <message>
        <source>move an annotation</source>
        <translation>移动注解</translation>
    </message>
    <message>
        <source>delete annotations</source>
        <translation>删除注解</translation>
    </message>
</context>
<context>
    <name>modelcrate::AnnotationsPage</name>
    <message>
        <source>when it was built, by RFC 3339</source>
        <translation>构建时间，按 RFC 3339</translation>
    </message>
    <message>
        <source>people or organizations that answer for it</source>
        <translation>负责的个人或组织</translation>
    </message>
    <message>
        <source>its web page</source>
        <translation>网页地址</translation>
    </message>
    <message>
        <source>where its documentation is</source>
        <translation>文档所在位置</translation>
    </message>
    <message>
        <source>where its sources are</source>
        <translation>源代码所在位置</translation>
    </message>
    <message>
        <source>the version of what is packaged</source>
        <translation>所打包内容的版本</translation>
    </message>
    <message>
        <source>the commit of its sources</source>
        <translation>其源代码的提交</translation>
    </message>
    <message>
        <source>who distributes it</source>
        <translation>分发方</translation>
    </message>
    <message>
        <source>an SPDX licence expression</source>
        <translation>SPDX 许可证表达式</translation>
    </message>
    <message>
        <source>the name of a tag in a layout on disk</source>
        <translation>磁盘布局中标签的名称</translation>
    </message>
    <message>
        <source>its title for people; of a layer, the file name</source>
        <translation>便于阅读的标题；对于层则是文件名</translation>
    </message>
    <message>
        <source>what it is, in a few sentences</source>
        <translation>用几句话说明它是什么</translation>
    </message>
    <message>
        <source>the digest of what it is built on</source>
        <translation>其基础制品的摘要</translation>
    </message>
    <message>
        <source>the reference of what it is built on</source>
        <translation>其基础制品的引用</translation>
    </message>
    <message>
        <source>of a layer: the path of its file</source>
        <translation>用于层：其文件的路径</translation>
    </message>
    <message>
        <source>of a layer: mode, times and owner of its file</source>
        <translation>用于层：其文件的权限、时间和所有者</translation>
    </message>
    <message>
        <source>of a layer: its kind is a guess</source>
        <translation>用于层：其类型是猜测的</translation>
    </message>
    <message>
        <source>Has no key</source>
        <translation>没有键</translation>
    </message>
    <message>
        <source>This looks like a token: everybody who can read the package will see it</source>
        <translation>这看起来像令牌：能读取此模型包的人都会看到它</translation>
    </message>
    <message>
        <source>The key is there twice</source>
        <translation>该键重复出现</translation>
    </message>
    <message>
        <source>Reserved, and no specification defines this key</source>
        <translation>属于保留前缀，但没有规范定义此键</translation>
    </message>
    <message>
        <source>Has no value</source>
        <translation>没有值</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep file times</source>
        <translation>保留文件时间</translation>
    </message>
    <message>
        <source>Write OCI annotations</source>
        <translation>写入 OCI 注解</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>注解</translation>
    </message>
    <message>
        <source>Write the time of each file&apos;s last change instead of a constant. Packages made twice then differ.</source>
        <translation>写入每个文件的最后修改时间，而不是固定值。这样两次生成的模型包会不同。</translation>
    </message>
    <message>
        <source>Repeat version, licences and the like as org.opencontainers.image.* for other tools.</source>
        <translation>将版本、许可证等以 org.opencontainers.image.* 再写一遍，供其他工具使用。</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>未粘贴任何内容。</translation>
    </message>
    <message>
        <source>Paste lines of key=value, or a JSON object.</source>
        <translation>请粘贴 key=value 格式的各行，或一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The annotations are large.</source>
        <translation>注解过大。</translation>
    </message>
    <message>
        <source>%1 together; registries and clients may refuse more than %2.</source>
        <translation>共 %1；超过 %2 时，制品库和客户端可能会拒绝。</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactAnnotations</name>
    <message>
        <source>Annotations of the manifest</source>
        <translation>清单的注解</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactFiles</name>
    <message>
        <source>Layers of the artifact</source>
        <translation>制品的层</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Packaging</source>
        <translation>打包方式</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more: the JSON of the manifest has all</source>
        <translation>
            <numerusform>还有 %Ln 项：清单的 JSON 中有全部内容</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactMetadata</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Metadata of the artifact</source>
        <translation>制品的元数据</translation>
    </message>
    <message>
        <source>The rest stands in the JSON.</source>
        <translation>其余内容见 JSON。</translation>
    </message>
    <message>
        <source>Other members</source>
        <translation>其他成员</translation>
    </message>
    <message>
        <source>The config says nothing about the artifact.</source>
        <translation>配置中没有关于该制品的内容。</translation>
    </message>
    <message>
        <source>The config is not kept on this computer.</source>
        <translation>本机没有保存此配置。</translation>
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
            <numerusform>%n 个图片未加载。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the README…</source>
        <translation>正在读取 README…</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactPage</name>
    <message>
        <source>Pull…</source>
        <translation>拉取…</translation>
    </message>
    <message>
        <source>Pull into a folder</source>
        <translation>拉取到文件夹</translation>
    </message>
    <message>
        <source>Copy the reference with its digest</source>
        <translation>复制带摘要的引用</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy reference, digest or a command</source>
        <translation>复制引用、摘要或命令</translation>
    </message>
    <message>
        <source>Parts of the artifact</source>
        <translation>制品的各部分</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>注解</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>引用者</translation>
    </message>
    <message>
        <source>Only ModelPack artifacts can be pulled into a folder.</source>
        <translation>只有 ModelPack 制品可以拉取到文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>An index of %n artifact(s).</source>
        <translation>
            <numerusform>包含 %n 个制品的索引。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not a ModelPack artifact, but %1.</source>
        <translation>不是 ModelPack 制品，而是 %1。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Reference with Digest</source>
        <translation>带摘要的引用</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Command for %1</source>
        <translation>%1 的命令</translation>
    </message>
    <message>
        <source>No README in this artifact</source>
        <translation>此制品中没有 README</translation>
    </message>
    <message>
        <source>The README cannot be shown</source>
        <translation>无法显示 README</translation>
    </message>
    <message>
        <source>Referrers (%1)</source>
        <translation>引用者 (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The registry cannot be reached.</source>
        <translation>无法连接制品库。</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactPane</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare the two artifacts</source>
        <translation>比较这两个制品</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Edit the published model</source>
        <translation>编辑已发布的模型</translation>
    </message>
    <message>
        <source>Delete Tag…</source>
        <translation>删除标签…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Choose an artifact, or type a reference above.</source>
        <translation>请选择制品，或在上方输入引用。</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Offline, as of %1.</source>
        <translation>离线，截至 %1。</translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation>离线。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No artifact</source>
        <translation>没有制品</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭 %1</translation>
    </message>
</context>
<context>
    <name>modelcrate::ArtifactReferrers</name>
    <message>
        <source>What refers to the artifact</source>
        <translation>引用该制品的内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Signature (cosign)</source>
        <translation>签名 (cosign)</translation>
    </message>
    <message>
        <source>Signature (sigstore)</source>
        <translation>签名 (sigstore)</translation>
    </message>
    <message>
        <source>Signature (Notary)</source>
        <translation>签名 (Notary)</translation>
    </message>
    <message>
        <source>Attestation (in-toto)</source>
        <translation>证明 (in-toto)</translation>
    </message>
    <message>
        <source>Bill of materials</source>
        <translation>物料清单</translation>
    </message>
</context>
<context>
    <name>modelcrate::BottomPanel</name>
    <message>
        <source>Problems and Activity</source>
        <translation>问题与活动</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>What Does This &amp;Mean?</source>
        <translation>这是什么意思(&amp;M)？</translation>
    </message>
    <message>
        <source>Shift+F1</source>
        <translation>Shift+F1</translation>
    </message>
    <message>
        <source>What does this mean?</source>
        <translation>这是什么意思？</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing stands in the way of a publish.</source>
        <translation>没有妨碍发布的问题。</translation>
    </message>
    <message>
        <source>No package is open.</source>
        <translation>没有打开的模型包。</translation>
    </message>
</context>
<context>
    <name>modelcrate::BottomStrip</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>问题 %1</translation>
    </message>
    <message>
        <source>Transfers %1</source>
        <translation>传输 %1</translation>
    </message>
</context>
<context>
    <name>modelcrate::BundleOffer</name>
    <message numerus="yes">
        <source>%Ln layers are more than registries and tools take.</source>
        <translation>
            <numerusform>%Ln 个层超出了制品库和工具的接受范围。</numerusform>
        </translation>
    </message>
    <message>
        <source>Small files can share a layer: one tar for each folder.</source>
        <translation>小文件可以共用一个层：每个文件夹一个 tar。</translation>
    </message>
    <message numerus="yes">
        <source>Bundle %Ln folder(s)</source>
        <translation>
            <numerusform>合并 %Ln 个文件夹</numerusform>
        </translation>
    </message>
    <message>
        <source>bundle folders</source>
        <translation>合并文件夹</translation>
    </message>
</context>
<context>
    <name>modelcrate::ByteBar</name>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Received earlier</source>
        <translation>先前已接收</translation>
    </message>
    <message>
        <source>Exists</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Mounted</source>
        <translation>已挂载</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a word like &quot;Sent&quot;, %2 a size</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
</context>
<context>
    <name>modelcrate::CheckList</name>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What does this mean?</source>
        <translation>这是什么意思？</translation>
    </message>
</context>
<context>
    <name>modelcrate::CommandPalette</name>
    <message>
        <source>Command, package or registry</source>
        <translation>命令、模型包或制品库</translation>
    </message>
    <message>
        <source>Type a command, a package or a registry</source>
        <translation>输入命令、模型包或制品库</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有匹配项</translation>
    </message>
</context>
<context>
    <name>modelcrate::CompareBars</name>
    <message>
        <source>Same %1, changed from %2 to %3, added %4, removed %5</source>
        <translation>相同 %1，更改由 %2 到 %3，新增 %4，移除 %5</translation>
    </message>
    <message>
        <source>Same bytes</source>
        <translation>相同字节</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>, not hashed yet %1</source>
        <translation>，尚未计算摘要 %1</translation>
    </message>
    <message>
        <source>Not hashed yet</source>
        <translation>尚未计算</translation>
    </message>
</context>
<context>
    <name>modelcrate::CompareModel</name>
    <message>
        <source>%1, was %2</source>
        <translation>%1，原为 %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>modelcrate::ComparePage</name>
    <message>
        <source>Reference, layout, folder or package</source>
        <translation>引用、布局、文件夹或模型包</translation>
    </message>
    <message>
        <source>The earlier artifact</source>
        <translation>较早的制品</translation>
    </message>
    <message>
        <source>The later artifact</source>
        <translation>较新的制品</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>交换两者</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Fields and annotations that differ</source>
        <translation>有差异的字段和注解</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layers of both artifacts</source>
        <translation>两个制品的层</translation>
    </message>
    <message>
        <source>Choose two artifacts to compare: tags, digests, layouts, or a folder that is not published yet.</source>
        <translation>请选择要比较的两个制品：标签、摘要、布局，或尚未发布的文件夹。</translation>
    </message>
    <message>
        <source>Reading both…</source>
        <translation>正在读取两者…</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>注解</translation>
    </message>
    <message>
        <source>Config and annotations are the same</source>
        <translation>配置和注解相同</translation>
    </message>
    <message numerus="yes">
        <source>Config and annotations, %n difference(s)</source>
        <translation>
            <numerusform>配置和注解，%n 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>Show layers: %1</source>
        <translation>显示层：%1</translation>
    </message>
    <message>
        <source>Export Comparison</source>
        <translation>导出比较结果</translation>
    </message>
    <message>
        <source>Markdown (*.md);;JSON (*.json)</source>
        <translation>Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more: the export has all</source>
        <translation>
            <numerusform>还有 %Ln 项：导出的文件中有全部内容</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::CompareReport</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>%1 (was %2)</source>
        <translation>%1（原为 %2）</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Other kind</source>
        <translation>其他类型</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>已重命名</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Not hashed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>same size</source>
        <translation>大小相同</translation>
    </message>
    <message>
        <source>Shares %1 of %2</source>
        <translation>共享 %1（共 %2）</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) changed</source>
        <translation>
            <numerusform>%n 个层已更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>新增 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>移除 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renamed</source>
        <translation>
            <numerusform>重命名 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of another kind</source>
        <translation>
            <numerusform>%n 个类型不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not hashed yet</source>
        <translation>
            <numerusform>%n 个尚未计算摘要</numerusform>
        </translation>
    </message>
    <message>
        <source>All layers are the same.</source>
        <translation>所有层都相同。</translation>
    </message>
    <message>
        <source>%1 of %2 is not in %3: %4.</source>
        <translation>%2 中有 %1 不在 %3 中：%4。</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>注解</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Shares at least %1 of %2</source>
        <translation>至少共享 %1（共 %2）</translation>
    </message>
    <message>
        <source>%1 of %2 is not in %3, %4 is not hashed yet: %5.</source>
        <translation>%2 中有 %1 不在 %3 中，%4 尚未计算摘要：%5。</translation>
    </message>
</context>
<context>
    <name>modelcrate::ComputerSettings</name>
    <message>
        <source>Local store</source>
        <translation>本地存储</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>&amp;Usual Folder</source>
        <translation>默认文件夹(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Free Unused</source>
        <translation>清理未使用内容(&amp;F)</translation>
    </message>
    <message>
        <source>Models that are published to This computer are kept here. Another folder holds from the next publish on; what is in the former one stays there. The command line uses the same folder.</source>
        <translation>发布到本机的模型保存在此。更改后的文件夹从下次发布起生效；原文件夹中的内容保持不动。命令行使用同一文件夹。</translation>
    </message>
    <message>
        <source>&amp;Choose Folder…</source>
        <translation>选择文件夹(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose the folder of the local store</source>
        <translation>选择本地存储的文件夹</translation>
    </message>
    <message>
        <source>Keep the local store in its usual folder</source>
        <translation>将本地存储放在默认文件夹</translation>
    </message>
    <message>
        <source>Remove what no model in the local store uses</source>
        <translation>移除本地存储中没有模型使用的内容</translation>
    </message>
    <message>
        <source>Removes parts that no model uses any more. Parts younger than an hour stay, for transfers that run.</source>
        <translation>移除不再有模型使用的部分。不足一小时的部分会保留，供正在进行的传输使用。</translation>
    </message>
    <message>
        <source>Folder of the Local Store</source>
        <translation>本地存储的文件夹</translation>
    </message>
    <message>
        <source>Looking for what is not used…</source>
        <translation>正在查找未使用的内容…</translation>
    </message>
    <message>
        <source>Everything is in use; nothing was freed.</source>
        <translation>全部内容都在使用；未释放任何空间。</translation>
    </message>
    <message>
        <source>%1 freed.</source>
        <translation>已释放 %1。</translation>
    </message>
</context>
<context>
    <name>modelcrate::CopyTable</name>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
</context>
<context>
    <name>modelcrate::DialogPrompts</name>
    <message>
        <source>Sign in to %1</source>
        <translation>登录 %1</translation>
    </message>
    <message>
        <source>Use an access token in place of the password where the registry offers one.</source>
        <translation>如果制品库提供访问令牌，请用它代替密码。</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>登录(&amp;S)</translation>
    </message>
</context>
<context>
    <name>modelcrate::DiskBar</name>
    <message numerus="yes">
        <source>%Ln file(s) changed on disk.</source>
        <translation>
            <numerusform>%Ln 个文件在磁盘上已更改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new file(s) in the folder.</source>
        <translation>
            <numerusform>文件夹中有 %Ln 个新文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>A rescan takes the folder as it is now.</source>
        <translation>重新扫描会按文件夹的现状更新。</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>重新扫描</translation>
    </message>
</context>
<context>
    <name>modelcrate::DocumentsView</name>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Manifest JSON</source>
        <translation>清单 JSON</translation>
    </message>
    <message>
        <source>Config JSON</source>
        <translation>配置 JSON</translation>
    </message>
    <message>
        <source>Copy the document</source>
        <translation>复制文档</translation>
    </message>
    <message>
        <source>Members of the manifest</source>
        <translation>清单的成员</translation>
    </message>
    <message>
        <source>JSON of the document</source>
        <translation>文档的 JSON</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>The config is no JSON that can be shown.</source>
        <translation>配置不是可显示的 JSON。</translation>
    </message>
    <message>
        <source>The manifest is no JSON that can be shown.</source>
        <translation>清单不是可显示的 JSON。</translation>
    </message>
    <message>
        <source>The config is not kept on this computer.</source>
        <translation>本机没有保存此配置。</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
</context>
<context>
    <name>modelcrate::DropOverlay</name>
    <message>
        <source>Drop to open %1 as a new package</source>
        <translation>松开以将 %1 作为新模型包打开</translation>
    </message>
    <message>
        <source>Drop a folder with a model, not text or a picture.</source>
        <translation>请拖入模型所在的文件夹，而不是文本或图片。</translation>
    </message>
    <message>
        <source>One folder at a time: drop the folder that holds the files.</source>
        <translation>一次只能拖入一个文件夹：请拖入存放这些文件的文件夹。</translation>
    </message>
    <message>
        <source>This is an address, not a folder of this computer.</source>
        <translation>这是一个网址，不是本机上的文件夹。</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>该位置已不存在。</translation>
    </message>
    <message>
        <source>This is a single file: drop the folder it lies in.</source>
        <translation>这是单个文件：请拖入它所在的文件夹。</translation>
    </message>
</context>
<context>
    <name>modelcrate::ElidedLabel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>modelcrate::EmptyPage</name>
    <message>
        <source>Drop a model folder here</source>
        <translation>将模型文件夹拖到此处</translation>
    </message>
    <message>
        <source>Modelcrate sorts the files into layers. Nothing is uploaded until you publish.</source>
        <translation>Modelcrate 会将文件分成各层。在您发布之前不会上传任何内容。</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Browse a Registry…</source>
        <translation>浏览制品库…</translation>
    </message>
    <message>
        <source>Try a Sample Package</source>
        <translation>试用示例模型包</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Recent packages</source>
        <translation>最近使用的模型包</translation>
    </message>
    <message>
        <source>Remove from the List</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>%1, %2, not found</source>
        <translation>%1，%2，未找到</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>modelcrate::ErrorText</name>
    <message>
        <source>while %1</source>
        <translation>操作：%1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>代码：%1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP 状态：%1</translation>
    </message>
    <message>
        <source>Registry: %1</source>
        <translation>制品库：%1</translation>
    </message>
    <message>
        <source>%1 does not offer this</source>
        <translation>%1 不支持此操作</translation>
    </message>
    <message>
        <source>It may be read-only at the moment. Choose another registry, or save as an OCI layout.</source>
        <translation>它目前可能是只读的。请选择其他制品库，或另存为 OCI 布局。</translation>
    </message>
    <message>
        <source>Too large for %1</source>
        <translation>对 %1 来说太大</translation>
    </message>
    <message>
        <source>The registry, or a proxy before it, limits how much may be sent at once. %1</source>
        <translation>制品库或其前面的代理限制了单次发送的大小。%1</translation>
    </message>
    <message>
        <source>Pack small files into tar layers, or ask the registry&apos;s operator to raise the limit.</source>
        <translation>请将小文件打包成 tar 层，或请制品库的管理员提高上限。</translation>
    </message>
    <message>
        <source>No space left in %1</source>
        <translation>%1 中没有剩余空间</translation>
    </message>
    <message>
        <source>Remove something there, or ask its operator for more space.</source>
        <translation>请在那里删除一些内容，或请管理员增加空间。</translation>
    </message>
    <message>
        <source>%1 refuses this</source>
        <translation>%1 拒绝了此操作</translation>
    </message>
    <message>
        <source>Sending it again would not help. %1</source>
        <translation>再次发送也无济于事。%1</translation>
    </message>
    <message>
        <source>Look at what the registry said in the details, or save as an OCI layout. Some registries do not accept model artifacts.</source>
        <translation>请在详细信息中查看制品库的答复，或另存为 OCI 布局。有些制品库不接受模型制品。</translation>
    </message>
    <message>
        <source>The registry</source>
        <translation>制品库</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>It was stopped on request. What was sent completely stays at the registry.</source>
        <translation>已按要求停止。已完整发送的内容会保留在制品库中。</translation>
    </message>
    <message>
        <source>Start again when you like.</source>
        <translation>可随时重新开始。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>It was stopped on request; what was sent is kept.</source>
        <translation>已按要求停止；已发送的内容都已保留。</translation>
    </message>
    <message>
        <source>Resume to go on from there.</source>
        <translation>点击“继续”即可从断点处继续。</translation>
    </message>
    <message>
        <source>This cannot be done like that</source>
        <translation>无法这样操作</translation>
    </message>
    <message>
        <source>Change what was asked for and try again.</source>
        <translation>请更改请求后重试。</translation>
    </message>
    <message>
        <source>Something in it breaks the rules</source>
        <translation>其中有内容不符合规则</translation>
    </message>
    <message>
        <source>Repair the file or the field that is named, then try again.</source>
        <translation>请修复所指出的文件或字段，然后重试。</translation>
    </message>
    <message>
        <source>This is not a reference</source>
        <translation>这不是有效的引用</translation>
    </message>
    <message>
        <source>Write it like registry.example/team/model:v1.</source>
        <translation>请写成 registry.example/team/model:v1 这样的形式。</translation>
    </message>
    <message>
        <source>Not found at %1</source>
        <translation>在 %1 上未找到</translation>
    </message>
    <message>
        <source>Check the name. Some registries say this of what you may not see: then sign in with another account.</source>
        <translation>请检查名称。对于您无权查看的内容，有些制品库也会这样答复：此时请换用其他账户登录。</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Check that it is still there, then try again.</source>
        <translation>请确认它仍然存在，然后重试。</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>该名称已被占用</translation>
    </message>
    <message>
        <source>Choose another name, or replace what is there.</source>
        <translation>请选择其他名称，或替换已有内容。</translation>
    </message>
    <message>
        <source>Something else is in the way</source>
        <translation>有其他内容妨碍此操作</translation>
    </message>
    <message>
        <source>Look at what is there now, then choose another name or another place.</source>
        <translation>请查看那里现有的内容，然后选择其他名称或位置。</translation>
    </message>
    <message>
        <source>%1 needs a sign-in</source>
        <translation>%1 需要登录</translation>
    </message>
    <message>
        <source>Sign in, or use another account.</source>
        <translation>请登录，或使用其他账户。</translation>
    </message>
    <message>
        <source>This account may not do this at %1</source>
        <translation>此账户无权在 %1 上执行此操作</translation>
    </message>
    <message>
        <source>Choose another repository, or sign in with another account.</source>
        <translation>请选择其他仓库，或使用其他账户登录。</translation>
    </message>
    <message>
        <source>%1 asks to wait</source>
        <translation>%1 要求稍候</translation>
    </message>
    <message>
        <source>Too many requests in a short time. %1</source>
        <translation>短时间内请求过多。%1</translation>
    </message>
    <message>
        <source>Try again later, or send fewer files at once in Settings. Who is signed in may usually ask more often.</source>
        <translation>请稍后重试，或在设置中减少同时发送的文件数。登录用户的请求限额通常更高。</translation>
    </message>
    <message>
        <source>%1 stopped answering</source>
        <translation>%1 已停止响应</translation>
    </message>
    <message>
        <source>The registry has trouble of its own. %1</source>
        <translation>制品库自身出现故障。%1</translation>
    </message>
    <message>
        <source>Try again later; what was sent is kept where the registry allows it.</source>
        <translation>请稍后重试；在制品库允许的情况下，已发送的内容会保留。</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>无法连接 %1</translation>
    </message>
    <message>
        <source>No safe connection to %1</source>
        <translation>与 %1 之间没有安全连接</translation>
    </message>
    <message>
        <source>The data does not match its digest</source>
        <translation>数据与其摘要不符</translation>
    </message>
    <message>
        <source>It was damaged on its way, or it changed. Nothing of it was used. %1</source>
        <translation>数据在传输中损坏或已被更改，未使用其中任何内容。%1</translation>
    </message>
    <message>
        <source>Try again. If it happens again, check the disk and tell the registry&apos;s operator.</source>
        <translation>请重试。如果再次发生，请检查磁盘并告知制品库的管理员。</translation>
    </message>
    <message>
        <source>The data has another size than announced</source>
        <translation>数据大小与所声明的不符</translation>
    </message>
    <message>
        <source>It was cut off, or it changed. Nothing of it was used. %1</source>
        <translation>数据被截断或已被更改，未使用其中任何内容。%1</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>A file changed while it was read</source>
        <translation>文件在读取时发生了更改</translation>
    </message>
    <message>
        <source>Let the program that writes it finish, then try again, or leave the file out.</source>
        <translation>请等写入该文件的程序完成后重试，或排除该文件。</translation>
    </message>
    <message>
        <source>Larger than can be handled</source>
        <translation>超出可处理的大小</translation>
    </message>
    <message>
        <source>Pack small files into tar layers, or leave out what is not needed.</source>
        <translation>请将小文件打包成 tar 层，或排除不需要的内容。</translation>
    </message>
    <message>
        <source>A name would leave the folder</source>
        <translation>有名称会超出文件夹范围</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>未写入任何内容。%1</translation>
    </message>
    <message>
        <source>Do not trust this artifact; tell who published it. If it is your own, rename the file.</source>
        <translation>请勿信任此制品，并告知发布者。如果是您自己的制品，请重命名该文件。</translation>
    </message>
    <message>
        <source>This is of a kind that is not known here</source>
        <translation>这种类型尚不受支持</translation>
    </message>
    <message>
        <source>Choose something else, or look for a newer version of Modelcrate.</source>
        <translation>请选择其他内容，或查找新版本的 Modelcrate。</translation>
    </message>
    <message>
        <source>The disk refuses</source>
        <translation>磁盘拒绝访问</translation>
    </message>
    <message>
        <source>Check that the place exists and that you may read and write there, or choose another one.</source>
        <translation>请确认该位置存在且您有读写权限，或选择其他位置。</translation>
    </message>
    <message>
        <source>No space left on the disk</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Free some space there, or choose another folder.</source>
        <translation>请在那里释放一些空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Modelcrate made a mistake</source>
        <translation>Modelcrate 内部出错</translation>
    </message>
    <message>
        <source>This should not happen. %1</source>
        <translation>这本不应发生。%1</translation>
    </message>
    <message>
        <source>Copy the details and report them; trying again may help.</source>
        <translation>请复制详细信息并报告；重试可能有用。</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>无法检查</translation>
    </message>
    <message>
        <source>Digest or size does not match</source>
        <translation>摘要或大小不符</translation>
    </message>
    <message>
        <source>Not proper JSON</source>
        <translation>不是正确的 JSON</translation>
    </message>
    <message>
        <source>Not an OCI image manifest</source>
        <translation>不是 OCI 镜像清单</translation>
    </message>
    <message>
        <source>Artifact type</source>
        <translation>制品类型</translation>
    </message>
    <message>
        <source>Type of the model config</source>
        <translation>模型配置的类型</translation>
    </message>
    <message>
        <source>Layers of the manifest</source>
        <translation>清单中的层</translation>
    </message>
    <message>
        <source>Layer type is not one of ModelPack&apos;s</source>
        <translation>层类型不属于 ModelPack</translation>
    </message>
    <message>
        <source>Two files with one name</source>
        <translation>两个文件同名</translation>
    </message>
    <message>
        <source>File name that cannot be unpacked everywhere</source>
        <translation>文件名无法在所有系统上解包</translation>
    </message>
    <message>
        <source>Layer without a file name</source>
        <translation>层没有文件名</translation>
    </message>
    <message>
        <source>File metadata of a layer</source>
        <translation>层的文件元数据</translation>
    </message>
    <message>
        <source>Mark of an untested type</source>
        <translation>未测试类型的标记</translation>
    </message>
    <message>
        <source>Layer without a title</source>
        <translation>层没有标题</translation>
    </message>
    <message>
        <source>Model config breaks the specification</source>
        <translation>模型配置不符合规范</translation>
    </message>
    <message>
        <source>Number of diff ids</source>
        <translation>diffID 的数量</translation>
    </message>
    <message>
        <source>Wrong diff id</source>
        <translation>diffID 错误</translation>
    </message>
    <message>
        <source>Unusual value in the model config</source>
        <translation>模型配置中有不常见的值</translation>
    </message>
    <message>
        <source>Model config and weights disagree</source>
        <translation>模型配置与权重不一致</translation>
    </message>
    <message>
        <source>Damaged or unsafe tar archive</source>
        <translation>tar 归档损坏或不安全</translation>
    </message>
    <message>
        <source>Packaging of weights</source>
        <translation>权重的打包方式</translation>
    </message>
    <message>
        <source>Compressed layer cannot be unpacked</source>
        <translation>压缩的层无法解包</translation>
    </message>
    <message>
        <source>Not the file it is named after</source>
        <translation>内容与文件名不符</translation>
    </message>
    <message>
        <source>More than registries take</source>
        <translation>超出制品库的接受范围</translation>
    </message>
    <message>
        <source>Older ModelPack names</source>
        <translation>旧版 ModelPack 名称</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>finding</comment>
        <extracomment>A finding: what the check is about, and what it found</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Check the name and the network connection, then try again. What was sent before is kept.</source>
        <translation>请检查名称和网络连接，然后重试。此前已发送的内容会保留。</translation>
    </message>
    <message>
        <source>Check the network connection and try again. What was sent before is kept.</source>
        <translation>请检查网络连接，然后重试。此前已发送的内容会保留。</translation>
    </message>
    <message>
        <source>Your password was not sent</source>
        <translation>密码没有发送</translation>
    </message>
    <message>
        <source>If you trust that server, sign in to it under its own name; else ask the registry&apos;s operator.</source>
        <translation>如果信任该服务器，请用它自己的名称登录；否则请询问制品库的运营者。</translation>
    </message>
    <message>
        <source>Check the address and this computer&apos;s clock, or name the registry&apos;s certificate authority in Settings under Accounts.</source>
        <translation>请检查地址和本机时钟，或在“设置”的“账户”中指定制品库的证书颁发机构。</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>The end of a sentence</extracomment>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>modelcrate::ExtensionOffer</name>
    <message>
        <source>included</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已排除</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) changed: %1.</source>
        <translation>
            <numerusform>%Ln 个文件已更改：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do this for all %Ln %1 files</source>
        <translation>
            <numerusform>应用到所有 %Ln 个 %1 文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Remember as a rule</source>
        <translation>记为规则</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>The same could be done in every folder that you open.</source>
        <translation>以后打开的每个文件夹都可以这样处理。</translation>
    </message>
    <message>
        <source>Your rule: %1, %2.</source>
        <translation>自定义规则：%1，%2。</translation>
    </message>
    <message>
        <source>It holds for files that are found from now on; the settings list your rules.</source>
        <translation>它对今后找到的文件生效；设置中列出了所有自定义规则。</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>忘记它</translation>
    </message>
</context>
<context>
    <name>modelcrate::FieldConflict</name>
    <message>
        <source>Two sources disagree</source>
        <translation>两个来源不一致</translation>
    </message>
    <message>
        <source>%1 sources disagree</source>
        <translation>%1 个来源不一致</translation>
    </message>
    <message>
        <source>folder name</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>weight files by size</source>
        <translation>按大小统计的权重文件</translation>
    </message>
    <message>
        <source>Hugging Face cache path</source>
        <translation>Hugging Face 缓存路径</translation>
    </message>
    <message>
        <source>%1: estimated from packed weights</source>
        <translation>%1：由打包权重估算</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>使用此值</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Use %1 for %2</source>
        <translation>将 %1 用于%2</translation>
    </message>
    <message>
        <source>%1: first heading</source>
        <translation>%1：第一个标题</translation>
    </message>
    <message>
        <source>%1: first paragraph</source>
        <translation>%1：第一段</translation>
    </message>
    <message>
        <source>%1: text</source>
        <translation>%1：文件内容</translation>
    </message>
</context>
<context>
    <name>modelcrate::FieldNotice</name>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
</context>
<context>
    <name>modelcrate::FieldRow</name>
    <message>
        <source>Use detected</source>
        <translation>使用检测值</translation>
    </message>
    <message>
        <source>repair %1</source>
        <translation>修复%1</translation>
    </message>
    <message>
        <source>use what was detected for %1</source>
        <translation>将检测值用于%1</translation>
    </message>
    <message>
        <source>Kept as it was typed, and left out.</source>
        <translation>按输入内容保留，但不写入。</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Nothing detected</source>
        <translation>未检测到</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>已由您排除</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Use the detected %1: %2</source>
        <translation>使用检测到的%1：%2</translation>
    </message>
    <message>
        <source>choose %1</source>
        <translation>选择%1</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>restore %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>as published</source>
        <translation>与发布时相同</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>未发布</translation>
    </message>
    <message>
        <source>As published: %1</source>
        <translation>与发布时相同：%1</translation>
    </message>
    <message>
        <source>%1 (as published)</source>
        <translation>%1（与发布时相同）</translation>
    </message>
    <message>
        <source>Leave it out, as published</source>
        <translation>不填写，与发布时相同</translation>
    </message>
    <message>
        <source>Restore the published %1: %2</source>
        <translation>恢复已发布的 %1：%2</translation>
    </message>
    <message>
        <source>Leave out %1, as published</source>
        <translation>不填写 %1，与发布时相同</translation>
    </message>
</context>
<context>
    <name>modelcrate::FileActions</name>
    <message>
        <source>&amp;Layer</source>
        <translation>层(&amp;L)</translation>
    </message>
    <message>
        <source>Packa&amp;ging</source>
        <translation>打包方式(&amp;G)</translation>
    </message>
    <message>
        <source>Weights hardly get smaller; raw is recommended for them</source>
        <translation>权重几乎无法再压缩；建议使用原样</translation>
    </message>
    <message>
        <source>Choose the &amp;Layer…</source>
        <translation>选择层类型(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Confirm the Layer</source>
        <translation>确认层类型(&amp;C)</translation>
    </message>
    <message>
        <source>Lea&amp;ve Out</source>
        <translation>排除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Bundle into One Layer</source>
        <translation>合并为一层(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Take Out of the Bundle</source>
        <translation>从合并层中移出(&amp;T)</translation>
    </message>
    <message>
        <source>Select All with the Same &amp;Extension</source>
        <translation>选择所有扩展名相同的文件(&amp;E)</translation>
    </message>
    <message>
        <source>Go to the Next That &amp;Needs a Look</source>
        <translation>转到下一个待确认文件(&amp;N)</translation>
    </message>
    <message>
        <source>Cop&amp;y Path</source>
        <translation>复制路径(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Rescan the Folder</source>
        <translation>重新扫描文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Show Left-Out Files</source>
        <translation>显示已排除的文件(&amp;S)</translation>
    </message>
    <message>
        <source>E&amp;xpand All Folders</source>
        <translation>展开所有文件夹(&amp;X)</translation>
    </message>
    <message>
        <source>C&amp;ollapse All Folders</source>
        <translation>折叠所有文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Include</source>
        <translation>加入(&amp;I)</translation>
    </message>
</context>
<context>
    <name>modelcrate::FileFilter</name>
    <message>
        <source>“%1” is not understood here: %2</source>
        <translation>此处无法理解“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” names none of: %2</source>
        <translation>“%1”不属于：%2</translation>
    </message>
    <message>
        <source>“%1” holds no size such as &gt;1G or &lt;=500k</source>
        <translation>“%1”中没有 &gt;1G 或 &lt;=500k 这样的大小</translation>
    </message>
    <message>
        <source>“%1” needs something after it</source>
        <translation>“%1”后面需要内容</translation>
    </message>
    <message>
        <source>%1: the quotation mark is not closed</source>
        <translation>%1：引号未闭合</translation>
    </message>
</context>
<context>
    <name>modelcrate::FileListModel</name>
    <message>
        <source>pickle</source>
        <translation>pickle</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Packaging</source>
        <translation>打包方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>磁盘上已更改</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>By you</source>
        <translation>手动指定</translation>
    </message>
    <message>
        <source>bundle</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Hashing %1</source>
        <translation>计算摘要 %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, open folder, %2</source>
        <translation>%1，展开的文件夹，%2</translation>
    </message>
    <message>
        <source>%1, closed folder, %2</source>
        <translation>%1，折叠的文件夹，%2</translation>
    </message>
    <message>
        <source>%1, pickle: opening it may run code</source>
        <translation>%1，pickle：打开它可能会运行代码</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>已缓存</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已存储</translation>
    </message>
    <message>
        <source>Mountable</source>
        <translation>可挂载</translation>
    </message>
    <message>
        <source>At target</source>
        <translation>目标已有</translation>
    </message>
    <message>
        <source>Its digest is not known yet, so nobody can tell where it lies already</source>
        <translation>摘要尚未知，因此无法得知它已在何处</translation>
    </message>
    <message>
        <source>Its digest is known and need not be computed again. This computer&apos;s store does not have it, and no registry was asked.</source>
        <translation>摘要已知，无需重新计算。本机存储中没有它，也未询问过制品库。</translation>
    </message>
    <message>
        <source>%1 does not have it: it will be sent</source>
        <translation>%1 没有它：将会发送</translation>
    </message>
    <message>
        <source>This computer&apos;s store has it</source>
        <translation>本机存储中已有</translation>
    </message>
    <message>
        <source>Another repository of %1 has it: it can be mounted from there without being sent</source>
        <translation>%1 的另一个仓库中已有：可从那里挂载，无需发送</translation>
    </message>
    <message>
        <source>%1 has it: it will not be sent</source>
        <translation>%1 已有：不会发送</translation>
    </message>
</context>
<context>
    <name>modelcrate::FileListView</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Mountable</source>
        <translation>可挂载</translation>
    </message>
</context>
<context>
    <name>modelcrate::FilesBanner</name>
    <message numerus="yes">
        <source>Review %Ln</source>
        <translation>
            <numerusform>查看 %Ln 个待确认文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide left-out files</source>
        <translation>隐藏已排除项</translation>
    </message>
    <message>
        <source>Show left-out files</source>
        <translation>显示已排除项</translation>
    </message>
    <message>
        <source>%1 → %2, %3.</source>
        <translation>%1 → %2，共 %3。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>%Ln 个层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) a look.</source>
        <translation>
            <numerusform>%Ln 个待确认。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: %1</source>
        <translation>
            <numerusform>已排除 %Ln 项：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>, …</source>
        <translation>、…</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s), %1, as published.</source>
        <translation>
            <numerusform>%n 层，%1，与发布时相同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) replaced.</source>
        <translation>
            <numerusform>已替换 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents, code and configuration can be replaced; weights stay.</source>
        <translation>文档、代码和配置可以替换；权重保持不变。</translation>
    </message>
</context>
<context>
    <name>modelcrate::FilesPage</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose the &amp;Layer…</source>
        <translation>选择层类型(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Confirm the Layer</source>
        <translation>确认层类型(&amp;C)</translation>
    </message>
    <message>
        <source>Lea&amp;ve Out</source>
        <translation>排除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Bundle into One Layer</source>
        <translation>合并为一层(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Take Out of the Bundle</source>
        <translation>从合并层中移出(&amp;T)</translation>
    </message>
    <message>
        <source>Select All with the Same &amp;Extension</source>
        <translation>选择所有扩展名相同的文件(&amp;E)</translation>
    </message>
    <message>
        <source>Go to the Next That &amp;Needs a Look</source>
        <translation>转到下一个待确认文件(&amp;N)</translation>
    </message>
    <message>
        <source>Cop&amp;y Path</source>
        <translation>复制路径(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Show Left-Out Files</source>
        <translation>显示已排除的文件(&amp;S)</translation>
    </message>
    <message>
        <source>E&amp;xpand All Folders</source>
        <translation>展开所有文件夹(&amp;X)</translation>
    </message>
    <message>
        <source>C&amp;ollapse All Folders</source>
        <translation>折叠所有文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Rescan the Folder</source>
        <translation>重新扫描文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>Packa&amp;ging</source>
        <translation>打包方式(&amp;G)</translation>
    </message>
</context>
<context>
    <name>modelcrate::FilterNote</name>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 / %2 个文件</translation>
    </message>
</context>
<context>
    <name>modelcrate::FoundFilesModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>modelcrate::GeneralSettings</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>大小单位</translation>
    </message>
    <message>
        <source>Hashing ahead</source>
        <translation>提前计算摘要</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Files are hashed while you look at a package, so that the manifest is exact and publishing only sends. Never on battery.</source>
        <translation>查看模型包时会在后台计算文件摘要，使清单精确，发布时只需发送。使用电池时不计算。</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>1 GB is 1000 MB</source>
        <translation>1 GB 为 1000 MB</translation>
    </message>
    <message>
        <source>1 GiB is 1024 MiB</source>
        <translation>1 GiB 为 1024 MiB</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>modelcrate::GuideBrowser</name>
    <message>
        <source>Copy Command: %1</source>
        <translation>复制命令：%1</translation>
    </message>
</context>
<context>
    <name>modelcrate::HelpPage</name>
    <message>
        <source>Search the guide</source>
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Back to what was read before</source>
        <translation>返回之前阅读的内容</translation>
    </message>
    <message>
        <source>Back to what was read before (Alt+Left)</source>
        <translation>返回之前阅读的内容（Alt+Left）</translation>
    </message>
    <message>
        <source>Nothing in the guide has these words.</source>
        <translation>指南中没有这些词。</translation>
    </message>
</context>
<context>
    <name>modelcrate::InfoBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Copy &amp;Details</source>
        <translation>复制详细信息(&amp;C)</translation>
    </message>
</context>
<context>
    <name>modelcrate::Inspector</name>
    <message>
        <source>one number</source>
        <translation>单个数值</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2 / %3）</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Model facts</source>
        <translation>模型信息</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>注解</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Layer type</source>
        <translation>层类型</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Packaging</source>
        <translation>打包方式</translation>
    </message>
    <message>
        <source>This is right</source>
        <translation>类型正确</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>判定依据</translation>
    </message>
    <message>
        <source>Copy the digest</source>
        <translation>复制摘要</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1 · gone from disk</source>
        <translation>位于 %1 · 已从磁盘消失</translation>
    </message>
    <message>
        <source>In %1 · %2 · changed %3</source>
        <translation>位于 %1 · %2 · 修改于 %3</translation>
    </message>
    <message>
        <source>Weights hardly get smaller; raw is recommended for them.</source>
        <translation>权重几乎无法再压缩；建议使用原样。</translation>
    </message>
    <message>
        <source>Known once it is packed: compressed while it is sent</source>
        <translation>打包后可知：在发送时压缩</translation>
    </message>
    <message>
        <source>Not hashed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>diffID is the same: raw, not compressed</source>
        <translation>diffID 相同：原样打包，未压缩</translation>
    </message>
    <message>
        <source>Of the tar: %1</source>
        <translation>tar 的摘要：%1</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>磁盘上</translation>
    </message>
    <message>
        <source>In the artifact</source>
        <translation>在制品中</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>合并层</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>文件头</translation>
    </message>
    <message>
        <source>A pickle can run any code when it is opened. safetensors holds the same weights and cannot.</source>
        <translation>打开 pickle 时可能运行任意代码。safetensors 能保存相同的权重，且不会运行代码。</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>其余 %Ln 个…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · replaced</source>
        <translation>%1 · 已替换</translation>
    </message>
    <message>
        <source>%1 · as published</source>
        <translation>%1 · 与发布时相同</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>an edited text</source>
        <translation>编辑过的文本</translation>
    </message>
    <message>
        <source>Published as</source>
        <translation>发布为</translation>
    </message>
</context>
<context>
    <name>modelcrate::InterruptBox</name>
    <message>
        <source>Close this page or go on editing</source>
        <translation>关闭此页面或继续编辑</translation>
    </message>
    <message>
        <source>It stays in Transfers until it is resumed.</source>
        <translation>它会留在“传输”中，直到继续。</translation>
    </message>
    <message>
        <source>Sending goes on in Transfers. What is edited now is not sent.</source>
        <translation>发送会在“传输”中继续。现在的编辑不会被发送。</translation>
    </message>
    <message>
        <source>Quit or lose power</source>
        <translation>退出或断电</translation>
    </message>
    <message>
        <source>The queue comes back, and nothing in it starts unasked. Finished layers are not sent again.</source>
        <translation>队列会恢复，其中的传输不会自行开始。已完成的层不会再次发送。</translation>
    </message>
    <message>
        <source>Do not quit: the queue is not kept</source>
        <translation>请勿退出：队列不会保留</translation>
    </message>
    <message>
        <source>There is no place on the disk for it. Finished layers are not sent again.</source>
        <translation>磁盘上没有保存它的位置。已完成的层不会再次发送。</translation>
    </message>
    <message>
        <source>A layer that is half written</source>
        <translation>只写了一半的层</translation>
    </message>
    <message>
        <source>It is written again from its beginning.</source>
        <translation>会从头重新写入。</translation>
    </message>
    <message>
        <source>%1 takes a layer in one piece</source>
        <translation>%1 只接受整块传输的层</translation>
    </message>
    <message>
        <source>One that is interrupted is sent again from its beginning.</source>
        <translation>中断的层会从头重新发送。</translation>
    </message>
    <message>
        <source>%1 may drop half a layer</source>
        <translation>%1 可能丢弃未传完的层</translation>
    </message>
    <message>
        <source>How long it keeps one is not known. A layer that it has dropped is sent again from its beginning.</source>
        <translation>不知道它会保留多久。被丢弃的层会从头重新发送。</translation>
    </message>
    <message>
        <source>This is safe to interrupt</source>
        <translation>可以安全中断</translation>
    </message>
    <message>
        <source>If this is interrupted</source>
        <translation>如果中断</translation>
    </message>
</context>
<context>
    <name>modelcrate::JsonContent</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 个成员</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is left out until it is valid</source>
        <translation>%1 在有效之前不写入</translation>
    </message>
    <message>
        <source> (pending)</source>
        <translation> （待定）</translation>
    </message>
</context>
<context>
    <name>modelcrate::JsonTreeModel</name>
    <message>
        <source>%1, changed</source>
        <translation>%1，已更改</translation>
    </message>
    <message>
        <source>%1, needs attention</source>
        <translation>%1，需要处理</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>modelcrate::KeyboardSettings</name>
    <message>
        <source>Keys of the commands</source>
        <translation>命令的快捷键</translation>
    </message>
    <message>
        <source>No command has this in its name or its keys.</source>
        <translation>没有命令的名称或快捷键包含这些内容。</translation>
    </message>
    <message>
        <source>Choose a command and press its new keys in the field; Tab leads on from there. Keys that the desktop, the menus or text fields need cannot be given away.</source>
        <translation>选择一个命令，在输入框中按下新的快捷键；按 Tab 离开输入框。桌面、菜单或文本框需要的按键不能指定给命令。</translation>
    </message>
    <message>
        <source>Speech input and a slip of the hand can press a letter unasked.</source>
        <translation>语音输入或误触可能会意外按下字母。</translation>
    </message>
    <message>
        <source>Filter the commands</source>
        <translation>筛选命令</translation>
    </message>
    <message>
        <source>Command or keys</source>
        <translation>命令或快捷键</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Give all commands the keys they came with</source>
        <translation>让所有命令恢复原来的快捷键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>原快捷键</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Assign these keys to the command</source>
        <translation>把这个快捷键指定给命令</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the command&apos;s keys away</source>
        <translation>移除命令的快捷键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Give the command the keys it came with</source>
        <translation>让命令恢复原来的快捷键</translation>
    </message>
    <message>
        <source>Single letters act in the list of files</source>
        <translation>在文件列表中启用单字母快捷键</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>Keys of “%1”:</source>
        <translation>“%1”的快捷键：</translation>
    </message>
    <message>
        <source>No command is chosen.</source>
        <translation>未选择命令。</translation>
    </message>
    <message>
        <source>New keys of “%1”</source>
        <translation>“%1”的新快捷键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Keys with Meta belong to the desktop.</source>
        <translation>带 Meta 的按键属于桌面。</translation>
    </message>
    <message>
        <source>A function key alone is pressed too easily by mistake; add Ctrl, Alt or Shift.</source>
        <translation>单独的功能键容易误按；请加上 Ctrl、Alt 或 Shift。</translation>
    </message>
    <message>
        <source>Text fields and lists need this key.</source>
        <translation>文本框和列表需要这个按键。</translation>
    </message>
    <message>
        <source>Alt and a letter open menus and lead to fields.</source>
        <translation>Alt 加字母用于打开菜单和跳到输入框。</translation>
    </message>
    <message>
        <source>This key does the same everywhere and stays as it is.</source>
        <translation>这个按键在各处作用相同，不能更改。</translation>
    </message>
    <message>
        <source>“%1” in the menu %2 has these keys.</source>
        <translation>菜单“%2”中的“%1”已使用这个快捷键。</translation>
    </message>
    <message>
        <source>Show It</source>
        <translation>显示该命令</translation>
    </message>
    <message>
        <source>%1 cannot be given to this command.</source>
        <translation>%1 不能指定给这个命令。</translation>
    </message>
</context>
<context>
    <name>modelcrate::KindText</name>
    <message>
        <source>Chosen by you</source>
        <translation>由您选择</translation>
    </message>
    <message>
        <source>Named like a licence (built in)</source>
        <translation>名称像许可证（内置规则）</translation>
    </message>
    <message>
        <source>Named like a document: readme, changes, authors (built in)</source>
        <translation>名称像文档：readme、更新记录、作者（内置规则）</translation>
    </message>
    <message>
        <source>Named like a build or project file (built in)</source>
        <translation>名称像构建或项目文件（内置规则）</translation>
    </message>
    <message>
        <source>Named like a tokenizer or its vocabulary (built in)</source>
        <translation>名称像分词器或其词表（内置规则）</translation>
    </message>
    <message>
        <source>Named like labels or prompts that a model reads (built in)</source>
        <translation>名称像模型读取的标签或提示词（内置规则）</translation>
    </message>
    <message>
        <source>Named like a chat template (built in)</source>
        <translation>名称像聊天模板（内置规则）</translation>
    </message>
    <message>
        <source>Named like a part of the weights (built in)</source>
        <translation>名称像权重的一部分（内置规则）</translation>
    </message>
    <message>
        <source>Names which shard holds which tensor (built in)</source>
        <translation>记录各张量所在的分片（内置规则）</translation>
    </message>
    <message>
        <source>Named like a TensorBoard log (built in)</source>
        <translation>名称像 TensorBoard 日志（内置规则）</translation>
    </message>
    <message>
        <source>Lies in a folder for data</source>
        <translation>位于数据文件夹中</translation>
    </message>
    <message>
        <source>Lies in a folder for documents</source>
        <translation>位于文档文件夹中</translation>
    </message>
    <message>
        <source>Lies in a folder for code</source>
        <translation>位于代码文件夹中</translation>
    </message>
    <message>
        <source>Begins like a script (#!)</source>
        <translation>开头像脚本（#!）</translation>
    </message>
    <message>
        <source>Text under a name that no rule knows</source>
        <translation>文本，但没有规则识别其名称</translation>
    </message>
    <message>
        <source>Binary data under a name that no rule knows</source>
        <translation>二进制数据，但没有规则识别其名称</translation>
    </message>
    <message>
        <source>First bytes: GGUF without tensors, only a vocabulary</source>
        <translation>开头字节：没有张量的 GGUF，只有词表</translation>
    </message>
    <message>
        <source>No pattern of modctl fits: decided by size</source>
        <translation>不匹配 modctl 的任何模式：按大小判定</translation>
    </message>
    <message>
        <source>Rule %1 (list of modctl)</source>
        <translation>规则 %1（modctl 列表）</translation>
    </message>
    <message>
        <source>weight</source>
        <comment>layer kind</comment>
        <translation>权重</translation>
    </message>
    <message>
        <source>config</source>
        <comment>layer kind</comment>
        <translation>配置</translation>
    </message>
    <message>
        <source>doc</source>
        <comment>layer kind</comment>
        <translation>文档</translation>
    </message>
    <message>
        <source>code</source>
        <comment>layer kind</comment>
        <translation>代码</translation>
    </message>
    <message>
        <source>dataset</source>
        <comment>layer kind</comment>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Docker model</source>
        <translation>Docker 模型</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>raw</source>
        <comment>packaging: the file as it is</comment>
        <translation>原样</translation>
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
        <translation>规则 %1（内置）</translation>
    </message>
    <message>
        <source>Rule %1 for a file of this size (built in)</source>
        <translation>规则 %1，适用于此大小的文件（内置）</translation>
    </message>
    <message>
        <source>First bytes: %1</source>
        <translation>开头字节：%1</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>a guess: please look</source>
        <translation>猜测：请确认</translation>
    </message>
    <message>
        <source>Git data</source>
        <translation>Git 数据</translation>
    </message>
    <message>
        <source>Left out by default</source>
        <translation>默认排除</translation>
    </message>
    <message>
        <source>Left out by default: %1</source>
        <translation>默认排除：%1</translation>
    </message>
    <message>
        <source>Named in .modelignore</source>
        <translation>在 .modelignore 中列出</translation>
    </message>
    <message>
        <source>Named in .modelignore: %1</source>
        <translation>在 .modelignore 中列出：%1</translation>
    </message>
    <message>
        <source>Left out on request</source>
        <translation>按要求排除</translation>
    </message>
    <message>
        <source>Left out on request: %1</source>
        <translation>按要求排除：%1</translation>
    </message>
    <message>
        <source>Leads out of the folder</source>
        <translation>指向文件夹之外</translation>
    </message>
    <message>
        <source>Leads out of the folder: %1</source>
        <translation>指向文件夹之外：%1</translation>
    </message>
    <message>
        <source>Link to nothing</source>
        <translation>链接目标不存在</translation>
    </message>
    <message>
        <source>Link to nothing: %1</source>
        <translation>链接目标不存在：%1</translation>
    </message>
    <message>
        <source>Link that leads back to itself</source>
        <translation>链接指回自身</translation>
    </message>
    <message>
        <source>Link that leads back to itself: %1</source>
        <translation>链接指回自身：%1</translation>
    </message>
    <message>
        <source>Not a file that can be packaged</source>
        <translation>不是可以打包的文件</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>The name is not UTF-8, so it could not be unpacked everywhere</source>
        <translation>名称不是 UTF-8，无法在所有系统上解包</translation>
    </message>
    <message>
        <source>The name could not be unpacked everywhere</source>
        <translation>该名称无法在所有系统上解包</translation>
    </message>
    <message>
        <source>The name could not be unpacked everywhere: %1</source>
        <translation>该名称无法在所有系统上解包：%1</translation>
    </message>
    <message>
        <source>Your rule %1</source>
        <translation>自定义规则 %1</translation>
    </message>
    <message>
        <source>As it is published</source>
        <translation>与发布时相同</translation>
    </message>
</context>
<context>
    <name>modelcrate::LargestFilesModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Of the package</source>
        <translation>占模型包</translation>
    </message>
</context>
<context>
    <name>modelcrate::LayerBar</name>
    <message>
        <source>%1 %2, one file</source>
        <extracomment>%1 is a layer kind, %2 a size</extracomment>
        <translation>%1 %2，一个文件</translation>
    </message>
    <message>
        <source>%1 %2, %3 files</source>
        <extracomment>%1 is a layer kind, %2 a size, %3 the number of files</extracomment>
        <translation>%1 %2，%3 个文件</translation>
    </message>
    <message>
        <source>Layers by size</source>
        <translation>各层大小</translation>
    </message>
</context>
<context>
    <name>modelcrate::MainWindow</name>
    <message>
        <source>Finished: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Failed: %1. %2</source>
        <translation>失败：%1。%2</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留在此处</translation>
    </message>
    <message>
        <source>Transfers are running</source>
        <translation>有传输正在进行</translation>
    </message>
    <message>
        <source>They can be paused and go on where they stopped when Modelcrate is started again.</source>
        <translation>可以将其暂停，下次启动 Modelcrate 时会从断点处继续。</translation>
    </message>
    <message>
        <source>Pause and Quit</source>
        <translation>暂停并退出</translation>
    </message>
    <message>
        <source>open package</source>
        <translation>打开的模型包</translation>
    </message>
    <message>
        <source>recent, %1</source>
        <translation>最近使用，%1</translation>
    </message>
    <message>
        <source>registries</source>
        <translation>制品库</translation>
    </message>
    <message>
        <source>About Modelcrate</source>
        <translation>关于 Modelcrate</translation>
    </message>
    <message>
        <source>Modelcrate %1

Packages AI models as CNCF ModelPack artifacts and moves them to and from OCI registries.

Apache-2.0</source>
        <translation>Modelcrate %1

将 AI 模型打包为 CNCF ModelPack 制品，并在 OCI 制品库之间传输。

Apache-2.0</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>published model</source>
        <translation>已发布的模型</translation>
    </message>
    <message>
        <source>%1 opens a folder</source>
        <translation>按 %1 打开文件夹</translation>
    </message>
</context>
<context>
    <name>modelcrate::ManifestContent</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>其他 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed: %1.</source>
        <translation>
            <numerusform>%n 个字段已更改：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) changed: %1.</source>
        <translation>
            <numerusform>%n 个注解已更改：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) replaced (%1).</source>
        <translation>
            <numerusform>%n 个层已替换（%1）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of another kind or packaging (%1).</source>
        <translation>
            <numerusform>%n 个层的类型或打包方式不同（%1）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) renamed (%1).</source>
        <translation>
            <numerusform>%n 个层已重命名（%1）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) added (%1).</source>
        <translation>
            <numerusform>%n 个层已添加（%1）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) removed (%1).</source>
        <translation>
            <numerusform>%n 个层已移除（%1）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) to be compared once hashed (%1).</source>
        <translation>
            <numerusform>%n 个层待计算摘要后比较（%1）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>没有更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) unchanged (%1).</source>
        <translation>
            <numerusform>%n 个层未更改（%1）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::ManifestView</name>
    <message>
        <source>unchanged</source>
        <translation>未更改</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>other kind</source>
        <translation>类型不同</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>已重命名</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>to be compared</source>
        <translation>待比较</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Config JSON</source>
        <translation>配置 JSON</translation>
    </message>
    <message>
        <source>Copy Value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>Members of the manifest</source>
        <translation>清单的成员</translation>
    </message>
    <message>
        <source>JSON of the manifest</source>
        <translation>清单的 JSON</translation>
    </message>
    <message>
        <source>JSON of the config</source>
        <translation>配置的 JSON</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Nothing of this package was published yet. After the first publish, this page says what is different since then.</source>
        <translation>此模型包尚未发布过。首次发布之后，此页会显示此后的差异。</translation>
    </message>
    <message numerus="yes">
        <source>%n digest(s) pending</source>
        <translation>
            <numerusform>%n 个摘要待定</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, hashing %2</source>
        <translation>%1，计算摘要 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ from %1</source>
        <translation>
            <numerusform>%n 个字段与 %1 不同</numerusform>
        </translation>
    </message>
    <message>
        <source>Same as %1</source>
        <translation>与 %1 相同</translation>
    </message>
    <message>
        <source>Differs from %1</source>
        <translation>与 %1 不同</translation>
    </message>
    <message>
        <source>Not published yet</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>Config %1 · Manifest %2</source>
        <translation>配置 %1 · 清单 %2</translation>
    </message>
</context>
<context>
    <name>modelcrate::Message</name>
    <message>
        <source>%1 %2 matches no file</source>
        <translation>%1 %2 没有匹配的文件</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1（第 %2 行）</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1，另有 %2 个</translation>
    </message>
    <message>
        <source>%1 answered %2 when %3</source>
        <translation>%1 返回 %2（%3）</translation>
    </message>
    <message>
        <source>%1 answered %2 when %3: %4</source>
        <translation>%1 返回 %2（%3）：%4</translation>
    </message>
    <message>
        <source>%1 answered with a part of the blob</source>
        <translation>%1 只返回了 blob 的一部分</translation>
    </message>
    <message>
        <source>%1 answered with a web page when asked for %2</source>
        <translation>请求 %2 时，%1 返回了网页</translation>
    </message>
    <message>
        <source>%1 answered with other bytes than those asked for</source>
        <translation>%1 返回的字节与请求的不同</translation>
    </message>
    <message>
        <source>%1 answered with something else than a list when %2</source>
        <translation>%1 返回的不是列表（%2）</translation>
    </message>
    <message>
        <source>%1 answered with something else than a list</source>
        <translation>%1 返回的不是列表</translation>
    </message>
    <message>
        <source>%1 answers %2 with %3, which would lose the body</source>
        <translation>%1 以 %3 答复 %2，这样会丢失正文</translation>
    </message>
    <message>
        <source>%1 are needed in %2, %3 are free</source>
        <translation>%2 中需要 %1，可用 %3</translation>
    </message>
    <message>
        <source>%1 asks for a sign-in of a kind that is not known here</source>
        <translation>%1 要求的登录方式在此不受支持</translation>
    </message>
    <message>
        <source>%1 asks for a user and password</source>
        <translation>%1 要求用户名和密码</translation>
    </message>
    <message>
        <source>%1 asks to wait %2 s</source>
        <translation>%1 要求等待 %2 秒</translation>
    </message>
    <message>
        <source>%1 at byte %2 of %3</source>
        <translation>%1（位于第 %2 字节，共 %3 字节）</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <translation>%1（字节 %2）</translation>
    </message>
    <message>
        <source>%1 became shorter while it was read</source>
        <translation>%1 在读取时变短了</translation>
    </message>
    <message>
        <source>%1 bytes follow the end of the archive</source>
        <translation>归档结尾之后还有 %1 字节</translation>
    </message>
    <message>
        <source>%1 can only delete %2 with all its tags: %3 would go too</source>
        <translation>%1 只能连同所有标签一起删除 %2：%3 也会被删除</translation>
    </message>
    <message>
        <source>%1 comes twice with different content</source>
        <translation>%1 出现两次且内容不同</translation>
    </message>
    <message>
        <source>%1 comes twice with the same content</source>
        <translation>%1 出现两次且内容相同</translation>
    </message>
    <message>
        <source>%1 did not answer with a JSON object</source>
        <translation>%1 返回的不是 JSON 对象</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s</source>
        <translation>%1 在 %2 秒内没有答复</translation>
    </message>
    <message>
        <source>%1 does not accept the credentials found in %2</source>
        <translation>%1 不接受所找到的凭据（来源：%2）</translation>
    </message>
    <message>
        <source>%1 does not allow to delete</source>
        <translation>%1 不允许删除</translation>
    </message>
    <message>
        <source>%1 does not answer like an OCI registry (status %2 at /v2/)</source>
        <translation>%1 的答复不像 OCI 制品库（/v2/ 的状态为 %2）</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>%1 does not give back the manifest it was sent</source>
        <translation>%1 返回的清单与发送的不同</translation>
    </message>
    <message>
        <source>%1 does not list its repositories: %2</source>
        <translation>%1 不列出其仓库：%2</translation>
    </message>
    <message>
        <source>%1 does not say imageLayoutVersion 1.0.0</source>
        <translation>%1 中没有 imageLayoutVersion 1.0.0</translation>
    </message>
    <message>
        <source>%1 gives no token without a sign-in</source>
        <translation>未登录时 %1 不发放令牌</translation>
    </message>
    <message>
        <source>%1 grew while it was read</source>
        <translation>%1 在读取时变大了</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, more than %3</source>
        <translation>%1 有 %2 字节，超过 %3</translation>
    </message>
    <message>
        <source>%1 has %2 tags, too many to compare them all</source>
        <translation>%1 有 %2 个标签，数量过多，无法全部比较</translation>
    </message>
    <message>
        <source>%1 has %2, %3 takes at most %4</source>
        <translation>%1 有 %2，%3 最多接受 %4</translation>
    </message>
    <message>
        <source>%1 has digest %2, expected %3</source>
        <translation>%1 的摘要为 %2，应为 %3</translation>
    </message>
    <message>
        <source>%1 has no credential for %2</source>
        <translation>%1 没有 %2 的凭据</translation>
    </message>
    <message>
        <source>%1 has no list</source>
        <translation>%1 没有列表</translation>
    </message>
    <message>
        <source>%1 holds other files and is no image layout</source>
        <translation>%1 中有其他文件，不是 OCI 布局</translation>
    </message>
    <message>
        <source>%1 holds other files under these names: %2</source>
        <translation>%1 中已有同名的其他文件：%2</translation>
    </message>
    <message>
        <source>%1 holds other files</source>
        <translation>%1 中有其他文件</translation>
    </message>
    <message>
        <source>%1 in %2 is not a ModelPack artifact, it is %3</source>
        <translation>%2 中的 %1 不是 ModelPack 制品，而是 %3</translation>
    </message>
    <message>
        <source>%1 in %2 was moved meanwhile: it stood for %3, now for %4</source>
        <translation>%2 中的 %1 已被移动：此前指向 %3，现在指向 %4</translation>
    </message>
    <message>
        <source>%1 is %2, but %3 by %4</source>
        <translation>%1 为 %2，但根据 %4 应为 %3</translation>
    </message>
    <message>
        <source>%1 is %2, but its blob in the Hugging Face cache is named %3</source>
        <translation>%1 是 %2，但 Hugging Face 缓存中对应的 blob 名为 %3</translation>
    </message>
    <message>
        <source>%1 is %2, neither an image manifest nor an index</source>
        <translation>%1 是 %2，既不是镜像清单也不是索引</translation>
    </message>
    <message>
        <source>%1 is %2, not what the target&apos;s digest says</source>
        <translation>%1 是 %2，与目标的摘要不符</translation>
    </message>
    <message>
        <source>%1 is a digest, which always stands for the same bytes</source>
        <translation>%1 是摘要，始终指向相同的字节</translation>
    </message>
    <message>
        <source>%1 is a file</source>
        <translation>%1 是文件</translation>
    </message>
    <message>
        <source>%1 is a folder or package, not an artifact</source>
        <translation>%1 是文件夹或模型包，不是制品</translation>
    </message>
    <message>
        <source>%1 is a symlink or a file where a folder is needed</source>
        <translation>%1 是符号链接或文件，而此处需要文件夹</translation>
    </message>
    <message>
        <source>%1 is a symlink</source>
        <translation>%1 是符号链接</translation>
    </message>
    <message>
        <source>%1 is an artifact, not a folder or *.modelcrate.json</source>
        <translation>%1 是制品，不是文件夹或 *.modelcrate.json</translation>
    </message>
    <message>
        <source>%1 is an index of %2 manifests</source>
        <translation>%1 是包含 %2 个清单的索引</translation>
    </message>
    <message>
        <source>%1 is an index of several artifacts</source>
        <translation>%1 是包含多个制品的索引</translation>
    </message>
    <message>
        <source>%1 is an index</source>
        <translation>%1 是索引</translation>
    </message>
    <message>
        <source>%1 is being moved by somebody else</source>
        <translation>%1 正被他人移动</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes</source>
        <translation>%1 大于 %2 字节</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 is neither true nor false</source>
        <translation>%1 既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>%1 is no absolute path</source>
        <translation>%1 不是绝对路径</translation>
    </message>
    <message>
        <source>%1 is no folder</source>
        <translation>%1 不是文件夹</translation>
    </message>
    <message>
        <source>%1 is no object</source>
        <translation>%1 不是对象</translation>
    </message>
    <message>
        <source>%1 is no registry, layout or store</source>
        <translation>%1 不是制品库、布局或本地存储</translation>
    </message>
    <message>
        <source>%1 is no text</source>
        <translation>%1 不是文本</translation>
    </message>
    <message>
        <source>%1 is not a JSON object</source>
        <translation>%1 不是 JSON 对象</translation>
    </message>
    <message>
        <source>%1 is not a published artifact</source>
        <translation>%1 不是已发布的制品</translation>
    </message>
    <message>
        <source>%1 is not contacted: %2</source>
        <translation>不会访问 %1：%2</translation>
    </message>
    <message>
        <source>%1 is packed in an archive</source>
        <translation>%1 打包在归档中</translation>
    </message>
    <message>
        <source>%1 is replaced twice</source>
        <translation>%1 被替换了两次</translation>
    </message>
    <message>
        <source>%1 is shorter than it was</source>
        <translation>%1 比原来短</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 已存在</translation>
    </message>
    <message>
        <source>%1 is there and is no regular file</source>
        <translation>%1 已存在，且不是普通文件</translation>
    </message>
    <message>
        <source>%1 is too large to be read as a text</source>
        <translation>%1 过大，无法作为文本读取</translation>
    </message>
    <message>
        <source>%1 leads from a public registry to a private address</source>
        <translation>%1 从公共制品库指向私有地址</translation>
    </message>
    <message>
        <source>%1 lists more than %2 entries</source>
        <translation>%1 列出了超过 %2 个条目</translation>
    </message>
    <message>
        <source>%1 lists more than %2 pages</source>
        <translation>%1 列出了超过 %2 页</translation>
    </message>
    <message>
        <source>%1 lists more than %2 repositories</source>
        <translation>%1 列出了超过 %2 个仓库</translation>
    </message>
    <message>
        <source>%1 lost the upload of %2 %3 times</source>
        <translation>%1 丢失了 %2 的上传，共 %3 次</translation>
    </message>
    <message>
        <source>%1 must be %2</source>
        <translation>%1 应为：%2</translation>
    </message>
    <message>
        <source>%1 must be a known word</source>
        <translation>%1 必须是已知的词</translation>
    </message>
    <message>
        <source>%1 must be a path that is not empty</source>
        <translation>%1 必须是非空路径</translation>
    </message>
    <message>
        <source>%1 must be a positive integer</source>
        <translation>%1 必须是正整数</translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <translation>%1 必须是文本</translation>
    </message>
    <message>
        <source>%1 must be an array</source>
        <translation>%1 必须是数组</translation>
    </message>
    <message>
        <source>%1 must be an object</source>
        <translation>%1 必须是对象</translation>
    </message>
    <message>
        <source>%1 must be texts only</source>
        <translation>%1 只能包含文本</translation>
    </message>
    <message>
        <source>%1 must be true or false</source>
        <translation>%1 必须是 true 或 false</translation>
    </message>
    <message>
        <source>%1 names no tag and no digest</source>
        <translation>%1 没有写标签或摘要</translation>
    </message>
    <message>
        <source>%1 names no tag to remove</source>
        <translation>%1 没有写要移除的标签</translation>
    </message>
    <message>
        <source>%1 names no tag</source>
        <translation>%1 没有写标签</translation>
    </message>
    <message>
        <source>%1 names no usable token service: %2</source>
        <translation>%1 没有给出可用的令牌服务：%2</translation>
    </message>
    <message>
        <source>%1 names the token service %2, which is not contacted: %3</source>
        <translation>%1 给出的令牌服务 %2 不会被访问：%3</translation>
    </message>
    <message>
        <source>%1 printed more than 1 MiB</source>
        <translation>%1 输出超过 1 MiB</translation>
    </message>
    <message>
        <source>%1 redirects more than %2 times</source>
        <translation>%1 重定向超过 %2 次</translation>
    </message>
    <message>
        <source>%1 redirects without saying where</source>
        <translation>%1 要求重定向，但没有说明目标</translation>
    </message>
    <message>
        <source>%1 said it mounted %2 but does not have it</source>
        <translation>%1 称已挂载 %2，但其中并没有</translation>
    </message>
    <message>
        <source>%1 says that what arrived of %2 is not %3</source>
        <translation>%1 称收到的 %2 不是 %3</translation>
    </message>
    <message>
        <source>%1 sent more than 256 KiB of headers</source>
        <translation>%1 发送的标头超过 256 KiB</translation>
    </message>
    <message>
        <source>%1 started an upload without saying where</source>
        <translation>%1 开始了上传，但没有说明位置</translation>
    </message>
    <message>
        <source>%1 stored %2 as %3 instead of %4</source>
        <translation>%1 将 %2 存为 %3，而不是 %4</translation>
    </message>
    <message>
        <source>%1 stored the manifest as %2 instead of %3</source>
        <translation>%1 将清单存为 %2，而不是 %3</translation>
    </message>
    <message>
        <source>%1 wants your password sent to %2, which is not known to belong to it</source>
        <translation>%1 要求将密码发送到 %2，但不知道后者是否属于它</translation>
    </message>
    <message>
        <source>%1 was moved meanwhile: it stood for %2, now for %3</source>
        <translation>%1 已被移动：此前指向 %2，现在指向 %3</translation>
    </message>
    <message>
        <source>%1 was not looked at yet</source>
        <translation>尚未查看过 %1</translation>
    </message>
    <message>
        <source>%1, so nobody can tell which others would go with %2</source>
        <translation>%1，因此无法得知哪些标签会随 %2 一起消失</translation>
    </message>
    <message>
        <source>%1: %2 [%3]</source>
        <translation>%1：%2 [%3]</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: /manifests must be an array</source>
        <translation>%1：/manifests 必须是数组</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not %3</source>
        <translation>%1：“%2”不符合要求，应为：%3</translation>
    </message>
    <message>
        <source>%1: error:%2:SSL routines::wrong version number</source>
        <translation>服务器使用的不是 TLS（%1，%2）</translation>
    </message>
    <message>
        <source>%1: nothing moved for %2 s</source>
        <translation>%1：%2 秒内没有任何数据</translation>
    </message>
    <message>
        <source>%1: the answer is larger than %2 bytes</source>
        <translation>%1：答复大于 %2 字节</translation>
    </message>
    <message>
        <source>%1: the keychain failed: %2</source>
        <translation>%1：密钥环出错：%2</translation>
    </message>
    <message>
        <source>%1: the keychain was not unlocked</source>
        <translation>%1：密钥环未解锁</translation>
    </message>
    <message>
        <source>%1; bundle small files into tar layers: %2</source>
        <translation>%1；将小文件合并为 tar 层：%2</translation>
    </message>
    <message>
        <source>%1; while %2</source>
        <translation>%1；进行中的操作：%2</translation>
    </message>
    <message>
        <source>--bundle &apos;%1&apos; (%2 files)</source>
        <translation>--bundle &apos;%1&apos;（%2 个文件）</translation>
    </message>
    <message>
        <source>/schemaVersion must be 2</source>
        <translation>/schemaVersion 必须是 2</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>管道已断开</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>连接被对方重置</translation>
    </message>
    <message>
        <source>Connection timed out after %1 milliseconds</source>
        <translation>连接在 %1 毫秒后超时</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Connection was aborted</source>
        <translation>连接已中止</translation>
    </message>
    <message>
        <source>Could not connect to server</source>
        <translation>无法连接到服务器</translation>
    </message>
    <message>
        <source>Could not resolve host: %1</source>
        <translation>无法解析主机名：%1</translation>
    </message>
    <message>
        <source>Could not resolve hostname</source>
        <translation>无法解析主机名</translation>
    </message>
    <message>
        <source>Could not resolve proxy: %1</source>
        <translation>无法解析代理：%1</translation>
    </message>
    <message>
        <source>Couldn&apos;t connect to server</source>
        <translation>无法连接到服务器</translation>
    </message>
    <message>
        <source>Couldn&apos;t resolve host name</source>
        <translation>无法解析主机名</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备或资源忙</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>文件夹非空</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘限额</translation>
    </message>
    <message>
        <source>Empty reply from server</source>
        <translation>服务器返回了空答复</translation>
    </message>
    <message>
        <source>Failed sending data to the peer</source>
        <translation>无法向对方发送数据</translation>
    </message>
    <message>
        <source>Failed to connect to %1 port %2: %3</source>
        <translation>无法连接到 %1 端口 %2：%3</translation>
    </message>
    <message>
        <source>Failure when receiving data from the peer</source>
        <translation>无法从对方接收数据</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>Harbor does not show a document of more than 4 MiB</source>
        <translation>Harbor 不显示超过 4 MiB 的文档</translation>
    </message>
    <message>
        <source>Harbor does not show it from a compressed layer (%1)</source>
        <translation>Harbor 不显示压缩层（%1）中的内容</translation>
    </message>
    <message>
        <source>Harbor shows it only when it is called %1 or %2, not %3</source>
        <translation>只有名为 %1 或 %2 而不是 %3 时，Harbor 才会显示</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>JSON document of %1 bytes is larger than %2</source>
        <translation>JSON 文档有 %1 字节，超过 %2</translation>
    </message>
    <message>
        <source>JSON document starts with a byte order mark</source>
        <translation>JSON 文档以字节顺序标记开头</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>没有到主机的路由</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这样的文件或文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>OpenSSL SSL_connect: %1 in connection to %2</source>
        <translation>与 %2 的 TLS 连接：%1</translation>
    </message>
    <message>
        <source>OpenSSL SSL_read: %1, errno %2</source>
        <translation>通过 TLS 读取：%1（错误 %2）</translation>
    </message>
    <message>
        <source>OpenSSL SSL_write: %1, errno %2</source>
        <translation>通过 TLS 写入：%1（错误 %2）</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <source>Operation timed out after %1 milliseconds with %2 bytes received</source>
        <translation>操作在 %1 毫秒后超时，已接收 %2 字节</translation>
    </message>
    <message>
        <source>Operation timed out after %1 milliseconds with %2 out of %3 bytes received</source>
        <translation>操作在 %1 毫秒后超时，已接收 %2 字节（共 %3 字节）</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统为只读</translation>
    </message>
    <message>
        <source>Recv failure: %1</source>
        <translation>接收失败：%1</translation>
    </message>
    <message>
        <source>Resolving timed out after %1 milliseconds</source>
        <translation>域名解析在 %1 毫秒后超时</translation>
    </message>
    <message>
        <source>SSL certificate problem: %1</source>
        <translation>证书不被信任：%1</translation>
    </message>
    <message>
        <source>SSL connect error</source>
        <translation>建立 TLS 连接时出错</translation>
    </message>
    <message>
        <source>SSL connection timed out after %1 milliseconds</source>
        <translation>TLS 连接在 %1 毫秒后超时</translation>
    </message>
    <message>
        <source>SSL connection timeout</source>
        <translation>TLS 连接超时</translation>
    </message>
    <message>
        <source>SSL peer certificate or SSH remote key was not OK</source>
        <translation>服务器的证书不被信任</translation>
    </message>
    <message>
        <source>SSL: certificate subject name &apos;%1&apos; does not match target host name &apos;%2&apos;</source>
        <translation>证书的名称是“%1”，与主机名“%2”不符</translation>
    </message>
    <message>
        <source>SSL: no alternative certificate subject name matches target host name &apos;%1&apos;</source>
        <translation>证书不适用于主机名“%1”</translation>
    </message>
    <message>
        <source>Send failure: %1</source>
        <translation>发送失败：%1</translation>
    </message>
    <message>
        <source>Server returned nothing (no headers, no data)</source>
        <translation>服务器没有返回任何内容</translation>
    </message>
    <message>
        <source>Software caused connection abort</source>
        <translation>软件导致连接中止</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>文件句柄已失效</translation>
    </message>
    <message>
        <source>Timeout was reached</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数过多</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>Transferred a partial file</source>
        <translation>只传输了一部分</translation>
    </message>
    <message>
        <source>YAML document is larger than 1 MiB</source>
        <translation>YAML 文档大于 1 MiB</translation>
    </message>
    <message>
        <source>YAML is broken at line %1</source>
        <translation>YAML 在第 %1 行有误</translation>
    </message>
    <message>
        <source>YAML: %1</source>
        <translation>YAML：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2)</source>
        <translation>“%1”（%2）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends in a dot or blank, which Windows drops</source>
        <translation>“%1”以点或空格结尾，Windows 会将其去掉</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a character that Windows does not allow</source>
        <translation>“%1”含有 Windows 不允许的字符</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a FIFO, which model archives may not hold</source>
        <translation>“%1”是 FIFO，模型归档中不允许出现</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a block device, which model archives may not hold</source>
        <translation>“%1”是块设备，模型归档中不允许出现</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a character device, which model archives may not hold</source>
        <translation>“%1”是字符设备，模型归档中不允许出现</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a date-time that Go&apos;s readers refuse (lower-case t or z, or second 60)</source>
        <translation>“%1”是 Go 读取程序会拒绝的日期时间（小写的 t 或 z，或秒数为 60）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a file and also needed as a folder</source>
        <translation>“%1”是文件，但也需要作为文件夹</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a hard link, which model archives may not hold</source>
        <translation>“%1”是硬链接，模型归档中不允许出现</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a member of an unknown type, which model archives may not hold</source>
        <translation>“%1”的类型未知，模型归档中不允许出现</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a reserved name on Windows</source>
        <translation>“%1”是 Windows 的保留名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a sparse file, which model archives may not hold</source>
        <translation>“%1”是稀疏文件，模型归档中不允许出现</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a symbolic link, which model archives may not hold</source>
        <translation>“%1”是符号链接，模型归档中不允许出现</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no SPDX licence expression</source>
        <translation>“%1”不是 SPDX 许可证表达式</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no absolute URL</source>
        <translation>“%1”不是绝对 URL</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date-time by RFC 3339, such as 2026-01-02T03:04:05Z</source>
        <translation>“%1”不是 RFC 3339 日期时间，例如 2026-01-02T03:04:05Z</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no digest</source>
        <translation>“%1”不是摘要</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no reference: %2</source>
        <translation>“%1”不是引用：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no registry host: %2</source>
        <translation>“%1”不是制品库主机：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no repository name: %2</source>
        <translation>“%1”不是仓库名称：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no size such as 8B or 6.7B</source>
        <translation>“%1”不是 8B 或 6.7B 这样的大小</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no tag: %2</source>
        <translation>“%1”不是标签：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no two-letter ISO 639 code such as en</source>
        <translation>“%1”不是两个字母的 ISO 639 代码，例如 en</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of text, image, audio, video, embedding, other</source>
        <translation>“%1”不是 text、image、audio、video、embedding、other 之一</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the twenty layer types; readers leave it out</source>
        <translation>“%1”不属于二十种层类型；读取程序会忽略它</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a precision of the specification, such as bfloat16 or int8</source>
        <translation>“%1”不是规范中的精度，例如 bfloat16 或 int8</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an assigned ISO 639 code</source>
        <translation>“%1”不是已分配的 ISO 639 代码</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of onnx, safetensors, gguf, pt</source>
        <translation>“%1”不是 onnx、safetensors、gguf、pt 之一</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a credential helper</source>
        <translation>“%1”不是凭据助手的名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be &quot;true&quot; or &quot;false&quot;</source>
        <translation>“%1”必须是“true”或“false”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names a folder, not a file</source>
        <translation>“%1”是文件夹的名称，不是文件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names a registry but no repository in it, and is no folder that exists</source>
        <translation>“%1”只写了制品库而没有其中的仓库，也不是已有的文件夹</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no registry and is no folder that exists</source>
        <translation>“%1”没有写制品库，也不是已有的文件夹</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands there twice with the same content</source>
        <translation>“%1”出现两次且内容相同</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, must be %2</source>
        <translation>“%1”，必须是 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>a Docker model</source>
        <translation>Docker 模型</translation>
    </message>
    <message>
        <source>a Flux artifact</source>
        <translation>Flux 制品</translation>
    </message>
    <message>
        <source>a Helm chart</source>
        <translation>Helm Chart</translation>
    </message>
    <message>
        <source>a Hugging Face artifact</source>
        <translation>Hugging Face 制品</translation>
    </message>
    <message>
        <source>a KitOps ModelKit</source>
        <translation>KitOps ModelKit</translation>
    </message>
    <message>
        <source>a Notary signature</source>
        <translation>Notary 签名</translation>
    </message>
    <message>
        <source>a URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>a WebAssembly module</source>
        <translation>WebAssembly 模块</translation>
    </message>
    <message>
        <source>a container image</source>
        <translation>容器镜像</translation>
    </message>
    <message>
        <source>a cosign signature</source>
        <translation>cosign 签名</translation>
    </message>
    <message>
        <source>a credentials file must be a JSON object</source>
        <translation>凭据文件必须是 JSON 对象</translation>
    </message>
    <message>
        <source>a descriptor must be an object</source>
        <translation>描述符必须是对象</translation>
    </message>
    <message>
        <source>a folder inside itself</source>
        <translation>文件夹包含其自身</translation>
    </message>
    <message>
        <source>a key stands twice</source>
        <translation>键重复出现</translation>
    </message>
    <message>
        <source>a key that is empty, too long or there already:</source>
        <translation>键为空、过长或已存在</translation>
    </message>
    <message>
        <source>a list of text, image, audio, video, embedding, other</source>
        <translation>由 text、image、audio、video、embedding、other 组成的列表</translation>
    </message>
    <message>
        <source>a list of texts, [&quot;a&quot;,&quot;b&quot;] or a,b</source>
        <translation>文本列表，[&quot;a&quot;,&quot;b&quot;] 或 a,b</translation>
    </message>
    <message>
        <source>a list of two-letter ISO 639 codes such as en</source>
        <translation>两个字母的 ISO 639 代码列表，例如 en</translation>
    </message>
    <message>
        <source>a manifest must be a JSON object</source>
        <translation>清单必须是 JSON 对象</translation>
    </message>
    <message>
        <source>a model config must be a JSON object, this is %1</source>
        <translation>模型配置必须是 JSON 对象，这里是 %1</translation>
    </message>
    <message>
        <source>a name that was not there before</source>
        <translation>一个未出现过的名称</translation>
    </message>
    <message>
        <source>a number below 2^64</source>
        <translation>小于 2^64 的数</translation>
    </message>
    <message>
        <source>a pair of surrogates</source>
        <translation>一对代理码元</translation>
    </message>
    <message>
        <source>a part is longer than 255 bytes</source>
        <translation>有一部分超过 255 字节</translation>
    </message>
    <message>
        <source>a plain artifact with files, as oras writes it (type %1)</source>
        <translation>带文件的普通制品，如 oras 所写（类型 %1）</translation>
    </message>
    <message>
        <source>a sigstore signature</source>
        <translation>sigstore 签名</translation>
    </message>
    <message>
        <source>a single zero block stands between members</source>
        <translation>成员之间有单独的零块</translation>
    </message>
    <message>
        <source>a software bill of materials</source>
        <translation>软件物料清单</translation>
    </message>
    <message>
        <source>a tensor larger than any file:</source>
        <translation>张量大于任何文件</translation>
    </message>
    <message>
        <source>a tensor of a type that does not exist any more:</source>
        <translation>张量的类型已不存在</translation>
    </message>
    <message>
        <source>a tensor that does not begin where the one before ends:</source>
        <translation>张量不是从前一个的末尾开始</translation>
    </message>
    <message>
        <source>a tensor whose name is too long or there already, or with more than 4 dimensions:</source>
        <translation>张量的名称过长或已存在，或维数超过 4</translation>
    </message>
    <message>
        <source>a tensor whose rows are no whole blocks:</source>
        <translation>张量的行不是整数个块</translation>
    </message>
    <message>
        <source>a text is longer than the file</source>
        <translation>文本比文件还长</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>非空文本</translation>
    </message>
    <message>
        <source>a time such as 2026-01-02T03:04:05Z</source>
        <translation>时间，例如 2026-01-02T03:04:05Z</translation>
    </message>
    <message>
        <source>a value of unknown type</source>
        <translation>值的类型未知</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>after &apos;@&apos; must come sha256: and 64 lower-case hex digits</source>
        <translation>“@”之后必须是 sha256: 和 64 个小写十六进制数字</translation>
    </message>
    <message>
        <source>aliases are not accepted</source>
        <translation>不接受别名</translation>
    </message>
    <message>
        <source>an Ollama model</source>
        <translation>Ollama 模型</translation>
    </message>
    <message>
        <source>an alignment that is no power of two:</source>
        <translation>对齐值不是 2 的幂</translation>
    </message>
    <message>
        <source>an annotation needs a key</source>
        <translation>注解需要键</translation>
    </message>
    <message>
        <source>an array longer than the file</source>
        <translation>数组比文件还长</translation>
    </message>
    <message>
        <source>an array of unknown type or longer than the file</source>
        <translation>数组的类型未知或比文件还长</translation>
    </message>
    <message>
        <source>an edit of a published artifact is no package to send</source>
        <translation>对已发布制品的编辑不是可发送的模型包</translation>
    </message>
    <message>
        <source>an empty text is no source and no target</source>
        <translation>空文本既不是来源也不是目标</translation>
    </message>
    <message>
        <source>an escape</source>
        <translation>转义序列</translation>
    </message>
    <message>
        <source>an extended header has a size that is no number</source>
        <translation>扩展头的大小不是数字</translation>
    </message>
    <message>
        <source>an extended header is larger than 1 MiB</source>
        <translation>扩展头大于 1 MiB</translation>
    </message>
    <message>
        <source>an extended header is malformed</source>
        <translation>扩展头格式有误</translation>
    </message>
    <message>
        <source>an in-toto attestation</source>
        <translation>in-toto 证明</translation>
    </message>
    <message>
        <source>annotation &quot;%1&quot; must be a text</source>
        <translation>注解“%1”必须是文本</translation>
    </message>
    <message>
        <source>annotations must be an object</source>
        <translation>注解必须是对象</translation>
    </message>
    <message>
        <source>another kind of artifact (type %1)</source>
        <translation>其他种类的制品（类型 %1）</translation>
    </message>
    <message>
        <source>another program keeps %1</source>
        <translation>另一个程序正在使用 %1</translation>
    </message>
    <message>
        <source>artifactType of a descriptor must be a text</source>
        <translation>描述符的 artifactType 必须是文本</translation>
    </message>
    <message>
        <source>asking %1 for a token</source>
        <translation>向 %1 请求令牌</translation>
    </message>
    <message>
        <source>asking for %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>asking what refers to %1</source>
        <translation>查询哪些内容引用 %1</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>二进制数据</translation>
    </message>
    <message>
        <source>blob %1 is not in %2</source>
        <translation>%2 中没有 blob %1</translation>
    </message>
    <message>
        <source>cannot ask for free space at %1</source>
        <translation>无法查询 %1 的可用空间</translation>
    </message>
    <message>
        <source>cannot ask for the free space of %1</source>
        <translation>无法查询 %1 的可用空间</translation>
    </message>
    <message>
        <source>cannot create a file in %1</source>
        <translation>无法在 %1 中创建文件</translation>
    </message>
    <message>
        <source>cannot create folder %1</source>
        <translation>无法创建文件夹 %1</translation>
    </message>
    <message>
        <source>cannot list %1</source>
        <translation>无法列出 %1</translation>
    </message>
    <message>
        <source>cannot lock %1</source>
        <translation>无法锁定 %1</translation>
    </message>
    <message>
        <source>cannot lock a folder in %1</source>
        <translation>无法锁定 %1 中的文件夹</translation>
    </message>
    <message>
        <source>cannot look at %1</source>
        <translation>无法查看 %1</translation>
    </message>
    <message>
        <source>cannot make a pipe</source>
        <translation>无法创建管道</translation>
    </message>
    <message>
        <source>cannot open %1</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>cannot open folder %1</source>
        <translation>无法打开文件夹 %1</translation>
    </message>
    <message>
        <source>cannot open it</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>cannot open lock %1</source>
        <translation>无法打开锁文件 %1</translation>
    </message>
    <message>
        <source>cannot put a file at %1</source>
        <translation>无法将文件放到 %1</translation>
    </message>
    <message>
        <source>cannot read %1</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>cannot read from %1</source>
        <translation>无法从 %1 读取</translation>
    </message>
    <message>
        <source>cannot rename to %1</source>
        <translation>无法重命名为 %1</translation>
    </message>
    <message>
        <source>cannot reserve %1 bytes for %2</source>
        <translation>无法为 %2 预留 %1 字节</translation>
    </message>
    <message>
        <source>cannot reserve %1 bytes in %2</source>
        <translation>无法在 %2 中预留 %1 字节</translation>
    </message>
    <message>
        <source>cannot seek in %1</source>
        <translation>无法在 %1 中定位</translation>
    </message>
    <message>
        <source>cannot set the mode of %1</source>
        <translation>无法设置 %1 的权限</translation>
    </message>
    <message>
        <source>cannot set the mode of a file in %1</source>
        <translation>无法设置 %1 中文件的权限</translation>
    </message>
    <message>
        <source>cannot start it</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>cannot start the credential helper %1: %2</source>
        <translation>无法启动凭据助手 %1：%2</translation>
    </message>
    <message>
        <source>cannot sync %1</source>
        <translation>无法将 %1 写入磁盘</translation>
    </message>
    <message>
        <source>cannot sync a file in %1</source>
        <translation>无法将 %1 中的文件写入磁盘</translation>
    </message>
    <message>
        <source>cannot sync folder %1</source>
        <translation>无法将文件夹 %1 写入磁盘</translation>
    </message>
    <message>
        <source>cannot wait for %1</source>
        <translation>无法等待 %1</translation>
    </message>
    <message>
        <source>cannot watch folders</source>
        <translation>无法监视文件夹</translation>
    </message>
    <message>
        <source>cannot write %1</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>cannot write to folder %1</source>
        <translation>无法写入文件夹 %1</translation>
    </message>
    <message>
        <source>certificate has expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>certificate is not yet valid</source>
        <translation>证书尚未生效</translation>
    </message>
    <message>
        <source>compressed data ends too early</source>
        <translation>压缩数据过早结束</translation>
    </message>
    <message>
        <source>compressed data expands more than %1 times</source>
        <translation>压缩数据展开后超过 %1 倍</translation>
    </message>
    <message>
        <source>compressed weights: modctl and Docker Model Runner cannot read them, and little is saved</source>
        <translation>压缩的权重：modctl 和 Docker Model Runner 无法读取，且节省的空间很少</translation>
    </message>
    <message>
        <source>config.json is no JSON object</source>
        <translation>config.json 不是 JSON 对象</translation>
    </message>
    <message>
        <source>content has digest %1, expected %2</source>
        <translation>内容的摘要是 %1，应为 %2</translation>
    </message>
    <message>
        <source>content is larger than %1 bytes</source>
        <translation>内容大于 %1 字节</translation>
    </message>
    <message>
        <source>content of %1 ends after %2 of %3 bytes</source>
        <translation>%1 的内容在 %2 字节处结束，应有 %3 字节</translation>
    </message>
    <message>
        <source>content of %1 is longer than %2 bytes</source>
        <translation>%1 的内容超过 %2 字节</translation>
    </message>
    <message>
        <source>credentials are not taken from where they are only read</source>
        <translation>只读位置中的凭据不能移除</translation>
    </message>
    <message>
        <source>credentials are not written to where they are only read</source>
        <translation>凭据不能写入只读位置</translation>
    </message>
    <message>
        <source>data after the end of the archive: part of the digest, but of no file</source>
        <translation>归档结尾之后还有数据：计入摘要，但不属于任何文件</translation>
    </message>
    <message>
        <source>data of a descriptor does not have digest %1</source>
        <translation>描述符的 data 摘要不是 %1</translation>
    </message>
    <message>
        <source>data of a descriptor is not base64</source>
        <translation>描述符的 data 不是 base64</translation>
    </message>
    <message>
        <source>differs from &quot;%1&quot; only in case or Unicode form</source>
        <translation>与“%1”仅在大小写或 Unicode 形式上不同</translation>
    </message>
    <message>
        <source>differs from the digest of its uncompressed layer</source>
        <translation>与其未压缩层的摘要不同</translation>
    </message>
    <message>
        <source>differs from the filepath, which wins</source>
        <translation>与优先采用的文件路径不同</translation>
    </message>
    <message>
        <source>digest algorithm of %1 is not sha256 or sha512</source>
        <translation>%1 的摘要算法不是 sha256 或 sha512</translation>
    </message>
    <message>
        <source>does not have the descriptor&apos;s digest and size</source>
        <translation>与描述符的摘要和大小不符</translation>
    </message>
    <message>
        <source>dtype, shape and data_offsets</source>
        <translation>dtype、shape 和 data_offsets</translation>
    </message>
    <message>
        <source>each part must be lower-case letters and digits, joined by one &apos;.&apos;, one or two &apos;_&apos;, or &apos;-&apos;</source>
        <translation>每一部分必须由小写字母和数字组成，以一个“.”、一到两个“_”或“-”连接</translation>
    </message>
    <message>
        <source>error setting certificate file: %1</source>
        <translation>无法使用证书文件：%1</translation>
    </message>
    <message>
        <source>expected %1 at byte %2</source>
        <translation>字节 %2 处应为：%1</translation>
    </message>
    <message>
        <source>expected a name such as registry.example.com, an address or localhost</source>
        <translation>应为 registry.example.com 这样的名称、地址或 localhost</translation>
    </message>
    <message>
        <source>file %1 changed since it was listed</source>
        <translation>文件 %1 自列出以来已更改</translation>
    </message>
    <message>
        <source>file %1 changed while it was read: %2</source>
        <translation>文件 %1 在读取时发生了变化：%2</translation>
    </message>
    <message>
        <source>finishing %1</source>
        <translation>完成 %1</translation>
    </message>
    <message>
        <source>folders nested too deep</source>
        <translation>文件夹嵌套过深</translation>
    </message>
    <message>
        <source>forgetting the password of %1</source>
        <translation>忘记 %1 的密码</translation>
    </message>
    <message>
        <source>four hex digits</source>
        <translation>四个十六进制数字</translation>
    </message>
    <message>
        <source>front matter is opened by --- but never closed</source>
        <translation>文件头以 --- 开始，但没有结束</translation>
    </message>
    <message>
        <source>front matter was not read: %1</source>
        <translation>文件头未读取：%1</translation>
    </message>
    <message>
        <source>has %1 bytes; registries take at most 4 MiB</source>
        <translation>有 %1 字节；制品库最多接受 4 MiB</translation>
    </message>
    <message>
        <source>has another size than index.json says</source>
        <translation>大小与 index.json 所述不同</translation>
    </message>
    <message>
        <source>holds more than permission bits</source>
        <translation>包含权限位以外的内容</translation>
    </message>
    <message>
        <source>holds setuid, setgid or sticky, which is never restored</source>
        <translation>包含 setuid、setgid 或 sticky，这些从不恢复</translation>
    </message>
    <message>
        <source>holds what is no URI</source>
        <translation>包含不是 URI 的内容</translation>
    </message>
    <message>
        <source>host and repository together are longer than 255 characters</source>
        <translation>主机与仓库合计超过 255 个字符</translation>
    </message>
    <message>
        <source>indexes are nested deeper than %1</source>
        <translation>索引嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>indexes are nested deeper than %1; what is below is not judged</source>
        <translation>索引嵌套超过 %1 层；更深的内容不作判断</translation>
    </message>
    <message>
        <source>is %1, but the layer has %2 bytes</source>
        <translation>为 %1，但该层有 %2 字节</translation>
    </message>
    <message>
        <source>is a Git LFS pointer, the file itself was not downloaded (git lfs pull)</source>
        <translation>是 Git LFS 指针，文件本身并未下载（git lfs pull）</translation>
    </message>
    <message>
        <source>is a name of before v0.0.7 among newer ones</source>
        <translation>是 v0.0.7 之前的名称，却与较新的名称混用</translation>
    </message>
    <message>
        <source>is a web page, most likely an error page saved by a failed download</source>
        <translation>是网页，很可能是下载失败时保存的错误页面</translation>
    </message>
    <message>
        <source>is manifest and index at once</source>
        <translation>既是清单又是索引</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is missing, must be %1</source>
        <translation>缺失，必须是 %1</translation>
    </message>
    <message>
        <source>is missing; people will look for it</source>
        <translation>缺失；用户会查看它</translation>
    </message>
    <message>
        <source>is missing; readers take 0 or nothing for it</source>
        <translation>缺失；读取程序会当作 0 或空</translation>
    </message>
    <message>
        <source>is neither file nor folder</source>
        <translation>既不是文件也不是文件夹</translation>
    </message>
    <message>
        <source>is no JSON: %1</source>
        <translation>不是 JSON：%1</translation>
    </message>
    <message>
        <source>is no member that readers know</source>
        <translation>不是读取程序认识的成员</translation>
    </message>
    <message>
        <source>is no member that the specification knows</source>
        <translation>不是规范中的成员</translation>
    </message>
    <message>
        <source>is the name of before v0.0.7; newer tools write vnd.cncf</source>
        <translation>是 v0.0.7 之前的名称；较新的工具写作 vnd.cncf</translation>
    </message>
    <message>
        <source>it became shorter</source>
        <translation>变短了</translation>
    </message>
    <message>
        <source>it begins with a drive letter</source>
        <translation>以盘符开头</translation>
    </message>
    <message>
        <source>it ends in the middle of a block</source>
        <translation>在块的中间结束</translation>
    </message>
    <message>
        <source>it ends in the middle of a member</source>
        <translation>在成员的中间结束</translation>
    </message>
    <message>
        <source>it ends in the middle of an extended header</source>
        <translation>在扩展头的中间结束</translation>
    </message>
    <message>
        <source>it has %1 bytes, expected %2</source>
        <translation>有 %1 字节，应为 %2 字节</translation>
    </message>
    <message>
        <source>it has digest %1, expected %2</source>
        <translation>摘要为 %1，应为 %2</translation>
    </message>
    <message>
        <source>it has no session bus</source>
        <translation>没有会话总线</translation>
    </message>
    <message>
        <source>it has no valid IPv6 address in its brackets</source>
        <translation>方括号中不是有效的 IPv6 地址</translation>
    </message>
    <message>
        <source>it has no valid host</source>
        <translation>没有有效的主机名</translation>
    </message>
    <message>
        <source>it holds &quot;..&quot;</source>
        <translation>含有“..”</translation>
    </message>
    <message>
        <source>it holds a backslash, which separates folders on Windows</source>
        <translation>含有反斜杠，它在 Windows 上用来分隔文件夹</translation>
    </message>
    <message>
        <source>it holds blanks or control characters</source>
        <translation>含有空格或控制字符</translation>
    </message>
    <message>
        <source>it holds control characters</source>
        <translation>含有控制字符</translation>
    </message>
    <message>
        <source>it holds user information</source>
        <translation>含有用户信息</translation>
    </message>
    <message>
        <source>it is a URL; write host/repository:tag without the scheme</source>
        <translation>这是 URL；请写成 host/repository:tag，不带协议</translation>
    </message>
    <message>
        <source>it is absolute</source>
        <translation>是绝对路径</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>it is longer than 16 KiB</source>
        <translation>超过 16 KiB</translation>
    </message>
    <message>
        <source>it is longer than 255 characters</source>
        <translation>超过 255 个字符</translation>
    </message>
    <message>
        <source>it is longer than 4096 bytes</source>
        <translation>超过 4096 字节</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>不是 UTF-8</translation>
    </message>
    <message>
        <source>it is written in the way of release v0.0.6</source>
        <translation>它按 v0.0.6 版的方式写成</translation>
    </message>
    <message>
        <source>it leads from a public registry to a private address</source>
        <translation>从公共制品库指向私有地址</translation>
    </message>
    <message>
        <source>it leads from https to plain http</source>
        <translation>从 https 指向未加密的 http</translation>
    </message>
    <message>
        <source>it must be letters, digits, &apos;_&apos;, &apos;.&apos; and &apos;-&apos;, and not begin with &apos;.&apos; or &apos;-&apos;</source>
        <translation>必须由字母、数字、“_”、“.”和“-”组成，且不能以“.”或“-”开头</translation>
    </message>
    <message>
        <source>it must have 1 to 128 characters</source>
        <translation>必须有 1 到 128 个字符</translation>
    </message>
    <message>
        <source>it names the folder itself</source>
        <translation>指的是文件夹本身</translation>
    </message>
    <message>
        <source>it satisfies release v0.0.7</source>
        <translation>它符合 v0.0.7 版</translation>
    </message>
    <message>
        <source>its diffId is &quot;%1&quot;, its content has %2</source>
        <translation>其 diffId 为“%1”，内容的摘要为 %2</translation>
    </message>
    <message>
        <source>its media type says %1, is %2</source>
        <translation>媒体类型标明为 %1，实际为 %2</translation>
    </message>
    <message>
        <source>its port is no number from 1 to 65535</source>
        <translation>端口不是 1 到 65535 之间的数字</translation>
    </message>
    <message>
        <source>its size, time or inode differ</source>
        <translation>大小、时间或 inode 不同</translation>
    </message>
    <message>
        <source>keeping the password of %1</source>
        <translation>保存 %1 的密码</translation>
    </message>
    <message>
        <source>keys must be texts</source>
        <translation>键必须是文本</translation>
    </message>
    <message>
        <source>left out: %1 is no layer type of ModelPack</source>
        <translation>已排除：%1 不是 ModelPack 的层类型</translation>
    </message>
    <message>
        <source>left out: %1 names a folder</source>
        <translation>已排除：%1 是文件夹的名称</translation>
    </message>
    <message>
        <source>left out: no annotation says what the file is called</source>
        <translation>已排除：没有注解说明文件的名称</translation>
    </message>
    <message>
        <source>listing Harbor&apos;s repositories</source>
        <translation>列出 Harbor 的仓库</translation>
    </message>
    <message>
        <source>listing repositories</source>
        <translation>列出仓库</translation>
    </message>
    <message>
        <source>listing the tags of %1</source>
        <translation>列出 %1 的标签</translation>
    </message>
    <message>
        <source>looking for a blob in %1</source>
        <translation>在 %1 中查找 blob</translation>
    </message>
    <message>
        <source>member &quot;%1&quot; stands twice</source>
        <translation>成员“%1”重复出现</translation>
    </message>
    <message>
        <source>modctl and Docker Model Runner cannot read compressed layers</source>
        <translation>modctl 和 Docker Model Runner 无法读取压缩的层</translation>
    </message>
    <message>
        <source>modctl skips it</source>
        <translation>modctl 会跳过它</translation>
    </message>
    <message>
        <source>more records than the file has room for:</source>
        <translation>记录数超过文件所能容纳的数量</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>必须是 %1</translation>
    </message>
    <message>
        <source>must be &quot;1.0.0&quot;</source>
        <translation>必须是“1.0.0”</translation>
    </message>
    <message>
        <source>must be &quot;layers&quot;</source>
        <translation>必须是“layers”</translation>
    </message>
    <message>
        <source>must be a date-time such as 2026-01-02T03:04:05Z; modctl stops at others</source>
        <translation>必须是日期时间，例如 2026-01-02T03:04:05Z；modctl 遇到其他形式会中止</translation>
    </message>
    <message>
        <source>must be a descriptor</source>
        <translation>必须是描述符</translation>
    </message>
    <message>
        <source>must be a media type by RFC 6838</source>
        <translation>必须是 RFC 6838 规定的媒体类型</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>must be a text, is %1</source>
        <translation>必须是文本，实际为 %1</translation>
    </message>
    <message>
        <source>must be algorithm:encoded, for sha256 with 64 lower-case hex digits</source>
        <translation>必须是 algorithm:encoded，sha256 为 64 个小写十六进制数字</translation>
    </message>
    <message>
        <source>must be an array</source>
        <translation>必须是数组</translation>
    </message>
    <message>
        <source>must be an array, is %1</source>
        <translation>必须是数组，实际为 %1</translation>
    </message>
    <message>
        <source>must be an integer from 0 to %1</source>
        <translation>必须是 0 到 %1 的整数</translation>
    </message>
    <message>
        <source>must be an integer that is not negative</source>
        <translation>必须是非负整数</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>必须是对象</translation>
    </message>
    <message>
        <source>must be an object, is %1</source>
        <translation>必须是对象，实际为 %1</translation>
    </message>
    <message>
        <source>must be base64 with padding (RFC 4648 section 4)</source>
        <translation>必须是带填充的 base64（RFC 4648 第 4 节）</translation>
    </message>
    <message>
        <source>must be the integer 2</source>
        <translation>必须是整数 2</translation>
    </message>
    <message>
        <source>must be true or false, is %1</source>
        <translation>必须是 true 或 false，实际为 %1</translation>
    </message>
    <message>
        <source>must hold at least one element</source>
        <translation>必须至少有一个元素</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>不能为空</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>no OCI image layout at %1</source>
        <translation>%1 处没有 OCI 布局</translation>
    </message>
    <message>
        <source>no blob %1</source>
        <translation>没有 blob %1</translation>
    </message>
    <message>
        <source>no control character</source>
        <translation>非控制字符</translation>
    </message>
    <message>
        <source>no layer kind: %1</source>
        <translation>不是层的类型：%1</translation>
    </message>
    <message>
        <source>no manifest %1</source>
        <translation>没有清单 %1</translation>
    </message>
    <message>
        <source>no org.cncf.model.filepath: kit and Docker Model Runner do not find weights without it</source>
        <translation>没有 org.cncf.model.filepath：缺少它时 kit 和 Docker Model Runner 找不到权重</translation>
    </message>
    <message>
        <source>no org.cncf.model.filepath: no reader can place the file</source>
        <translation>没有 org.cncf.model.filepath：读取程序无法确定文件的位置</translation>
    </message>
    <message>
        <source>no org.opencontainers.image.title: oras, podman and CRI-O cannot name the file</source>
        <translation>没有 org.opencontainers.image.title：oras、podman 和 CRI-O 无法为文件命名</translation>
    </message>
    <message>
        <source>no package in it</source>
        <translation>其中没有模型包</translation>
    </message>
    <message>
        <source>no tag %1 in %2</source>
        <translation>%2 中没有标签 %1</translation>
    </message>
    <message>
        <source>not a Modelcrate package: the member &quot;format&quot; is not %1</source>
        <translation>不是 Modelcrate 模型包：成员“format”不是 %1</translation>
    </message>
    <message>
        <source>not a media type: &quot;%1&quot;</source>
        <translation>不是媒体类型：“%1”</translation>
    </message>
    <message>
        <source>not a model artifact; judged by the OCI image specification alone</source>
        <translation>不是模型制品；仅按 OCI 镜像规范判断</translation>
    </message>
    <message>
        <source>not a regular file: %1</source>
        <translation>不是普通文件：%1</translation>
    </message>
    <message>
        <source>not a sha256 or sha512 digest: &quot;%1&quot;</source>
        <translation>不是 sha256 或 sha512 摘要：“%1”</translation>
    </message>
    <message>
        <source>not a usable URL: %1: %2</source>
        <translation>不是可用的网址：%1：%2</translation>
    </message>
    <message>
        <source>not an image index but %1</source>
        <translation>不是镜像索引，而是 %1</translation>
    </message>
    <message>
        <source>not an image manifest but %1</source>
        <translation>不是镜像清单，而是 %1</translation>
    </message>
    <message>
        <source>not read: %1</source>
        <translation>未读取：%1</translation>
    </message>
    <message>
        <source>not valid JSON at byte %1</source>
        <translation>第 %1 字节处不是有效的 JSON</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <translation>不是有效的 JSON</translation>
    </message>
    <message>
        <source>not valid gzip data</source>
        <translation>不是有效的 gzip 数据</translation>
    </message>
    <message>
        <source>not valid zstd data: %1</source>
        <translation>不是有效的 zstd 数据：%1</translation>
    </message>
    <message>
        <source>nothing in the artifact fits --kind and --path</source>
        <translation>制品中没有内容符合 --kind 和 --path</translation>
    </message>
    <message>
        <source>nothing is taken from its header, which is broken: %1</source>
        <translation>未采用其文件头中的内容，因为它已损坏：%1</translation>
    </message>
    <message>
        <source>nothing on the session bus keeps secrets</source>
        <translation>会话总线上没有保存机密的服务</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>oci: needs the path of an image layout</source>
        <translation>oci: 需要 OCI 布局的路径</translation>
    </message>
    <message>
        <source>only http and https are spoken</source>
        <translation>仅支持 http 和 https</translation>
    </message>
    <message>
        <source>reading a blob at %1</source>
        <translation>读取 %1 处的 blob</translation>
    </message>
    <message>
        <source>reading the password of %1</source>
        <translation>读取 %1 的密码</translation>
    </message>
    <message>
        <source>removing %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>says %1, is %2; readers that go by the type fail</source>
        <translation>标明为 %1，实际为 %2；按类型读取的程序会失败</translation>
    </message>
    <message>
        <source>says symlink, but nothing says where to</source>
        <translation>标明为符号链接，但没有说明指向何处</translation>
    </message>
    <message>
        <source>self-signed certificate in certificate chain</source>
        <translation>证书链中有自签名证书</translation>
    </message>
    <message>
        <source>self-signed certificate</source>
        <translation>自签名证书</translation>
    </message>
    <message>
        <source>sending %1</source>
        <translation>发送 %1</translation>
    </message>
    <message>
        <source>sending a chunk of 1 MiB</source>
        <translation>发送 1 MiB 的分块</translation>
    </message>
    <message>
        <source>setuid, setgid or sticky bit; it is dropped on extraction</source>
        <translation>setuid、setgid 或粘滞位；解包时会去掉</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>size of %1 must be an integer that is not negative</source>
        <translation>%1 的 size 必须是非负整数</translation>
    </message>
    <message>
        <source>something follows the bracket</source>
        <translation>方括号后面还有内容</translation>
    </message>
    <message>
        <source>stands there twice; right only if two layers hold the same</source>
        <translation>出现两次；仅当两个层内容相同时才正确</translation>
    </message>
    <message>
        <source>starting the upload of %1 to %2</source>
        <translation>开始将 %1 上传到 %2</translation>
    </message>
    <message>
        <source>storing %1</source>
        <translation>存储 %1</translation>
    </message>
    <message>
        <source>tags are not accepted</source>
        <translation>不接受标记</translation>
    </message>
    <message>
        <source>tar holds more than 1 000 000 members</source>
        <translation>tar 含有超过 1 000 000 个成员</translation>
    </message>
    <message>
        <source>tar, offset %1: %2</source>
        <translation>tar，偏移 %1：%2</translation>
    </message>
    <message>
        <source>tar: &quot;%1&quot;: %2</source>
        <translation>tar：“%1”：%2</translation>
    </message>
    <message>
        <source>the archive of %1 does not hold it</source>
        <translation>%1 的归档中没有该文件</translation>
    </message>
    <message>
        <source>the artifact does not hold %1</source>
        <translation>制品中没有 %1</translation>
    </message>
    <message>
        <source>the artifact has no file %1</source>
        <translation>制品中没有文件 %1</translation>
    </message>
    <message>
        <source>the artifact holds names that cannot stand beside each other: %1</source>
        <translation>制品中有无法并存的名称：%1</translation>
    </message>
    <message>
        <source>the artifact holds names that lead out of a folder or cannot be files: %1</source>
        <translation>制品中有指向文件夹之外或不能作为文件的名称：%1</translation>
    </message>
    <message>
        <source>the blob is shorter than what was read of it before</source>
        <translation>blob 比之前读到的更短</translation>
    </message>
    <message>
        <source>the bracket is not closed</source>
        <translation>括号没有闭合</translation>
    </message>
    <message>
        <source>the checksum of a header is wrong</source>
        <translation>头部的校验和有误</translation>
    </message>
    <message>
        <source>the connection ended early</source>
        <translation>连接过早结束</translation>
    </message>
    <message>
        <source>the credential helper %1 did not store the credential: %2</source>
        <translation>凭据助手 %1 没有保存凭据：%2</translation>
    </message>
    <message>
        <source>the credential helper %1 does not say what it has: %2</source>
        <translation>凭据助手 %1 没有说明其中有哪些凭据：%2</translation>
    </message>
    <message>
        <source>the credential helper %1 failed: %2</source>
        <translation>凭据助手 %1 失败：%2</translation>
    </message>
    <message>
        <source>the data of the tensors is cut off: the header ends</source>
        <translation>张量数据被截断，文件头结束</translation>
    </message>
    <message>
        <source>the desktop&apos;s keychain</source>
        <translation>桌面的密钥环</translation>
    </message>
    <message>
        <source>the document is manifest and index at once</source>
        <translation>文档既是清单又是索引</translation>
    </message>
    <message>
        <source>the end of a text</source>
        <translation>文本的结尾</translation>
    </message>
    <message>
        <source>the end of the header</source>
        <translation>文件头的结尾</translation>
    </message>
    <message>
        <source>the file ends within its header</source>
        <translation>文件在文件头内结束</translation>
    </message>
    <message>
        <source>the file is no plain text</source>
        <translation>文件不是纯文本</translation>
    </message>
    <message>
        <source>the header has %1 bytes, more than any reader takes</source>
        <translation>文件头有 %1 字节，超过任何读取程序的上限</translation>
    </message>
    <message>
        <source>the header is larger than this program reads</source>
        <translation>文件头超过本程序读取的上限</translation>
    </message>
    <message>
        <source>the header is longer than the file</source>
        <translation>文件头比文件还长</translation>
    </message>
    <message>
        <source>the header is not UTF-8</source>
        <translation>文件头不是 UTF-8</translation>
    </message>
    <message>
        <source>the header of &quot;%1&quot; holds a number that is none</source>
        <translation>“%1”的头部含有无效的数字</translation>
    </message>
    <message>
        <source>the headers of %1 weight files were not read: there are more than this program reads</source>
        <translation>未读取 %1 个权重文件的文件头：数量超过本程序读取的上限</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>密钥环没有响应</translation>
    </message>
    <message>
        <source>the manifest %1 in %2 is damaged</source>
        <translation>%2 中的清单 %1 已损坏</translation>
    </message>
    <message>
        <source>the manifest has %1 bytes, registries take at most 4 MiB</source>
        <translation>清单有 %1 字节，制品库最多接受 4 MiB</translation>
    </message>
    <message>
        <source>the manifest has %1 layers and %2 bytes; registries take at most 4 MiB</source>
        <translation>清单有 %1 个层、%2 字节；制品库最多接受 4 MiB</translation>
    </message>
    <message>
        <source>the manifest has %1 layers and %2 bytes; some tools stop at 2048 layers, registries at 4 MiB</source>
        <translation>清单有 %1 个层、%2 字节；有些工具的上限为 2048 个层，制品库为 4 MiB</translation>
    </message>
    <message>
        <source>the manifest of %1 is not %2</source>
        <translation>%1 的清单不是 %2</translation>
    </message>
    <message>
        <source>the manifest would have %1 bytes, registries take at most 4 MiB</source>
        <translation>清单将有 %1 字节，制品库最多接受 4 MiB</translation>
    </message>
    <message>
        <source>the model config of %1 cannot be read</source>
        <translation>无法读取 %1 的模型配置</translation>
    </message>
    <message>
        <source>the model needs code of its own (auto_map): %1</source>
        <translation>该模型需要自带的代码（auto_map）：%1</translation>
    </message>
    <message>
        <source>the name of %1 is not UTF-8, so it cannot be remembered</source>
        <translation>%1 的名称不是 UTF-8，因此无法记住</translation>
    </message>
    <message>
        <source>the next page is on another server</source>
        <translation>下一页在另一台服务器上</translation>
    </message>
    <message>
        <source>the package has format version %1, this program reads up to %2</source>
        <translation>模型包的格式版本为 %1，本程序最高可读取 %2</translation>
    </message>
    <message>
        <source>the package is no edit</source>
        <translation>该模型包不是对已发布制品的编辑</translation>
    </message>
    <message>
        <source>the path is also used as a folder</source>
        <translation>该路径也被用作文件夹</translation>
    </message>
    <message>
        <source>the path stands twice</source>
        <translation>路径重复出现</translation>
    </message>
    <message>
        <source>the port must be a number from 1 to 65535</source>
        <translation>端口必须是 1 到 65535 的数</translation>
    </message>
    <message>
        <source>the registry calls it %1, the document %2</source>
        <translation>制品库称其为 %1，文档中为 %2</translation>
    </message>
    <message>
        <source>the request is not for the registry itself</source>
        <translation>请求的目标不是制品库本身</translation>
    </message>
    <message>
        <source>the session bus cannot be joined</source>
        <translation>无法连接会话总线</translation>
    </message>
    <message>
        <source>the session bus does not answer</source>
        <translation>会话总线没有响应</translation>
    </message>
    <message>
        <source>the settings of a registry are no object</source>
        <translation>制品库的设置不是对象</translation>
    </message>
    <message>
        <source>the size of %1 is not known, so no tar can hold it</source>
        <translation>%1 的大小未知，因此无法放入 tar</translation>
    </message>
    <message>
        <source>the tensor ends within a byte</source>
        <translation>张量在一个字节内部结束</translation>
    </message>
    <message>
        <source>the tensor has a range of bytes that is not the size of its shape</source>
        <translation>张量的字节范围与其形状不符</translation>
    </message>
    <message>
        <source>the tensor has a type that this program does not know</source>
        <translation>本程序不认识该张量的类型</translation>
    </message>
    <message>
        <source>the tensor is larger than any file can be</source>
        <translation>张量大于文件可能的大小</translation>
    </message>
    <message>
        <source>the tensor ranges leave a hole or overlap</source>
        <translation>张量的范围有空隙或重叠</translation>
    </message>
    <message>
        <source>the tensors take %1 bytes, the file holds %2</source>
        <translation>张量占 %1 字节，文件中有 %2 字节</translation>
    </message>
    <message>
        <source>the token service did not answer with a JSON object</source>
        <translation>令牌服务返回的不是 JSON 对象</translation>
    </message>
    <message>
        <source>the token service gave no usable token</source>
        <translation>令牌服务没有给出可用的令牌</translation>
    </message>
    <message>
        <source>the token service is on another host over plain http</source>
        <translation>令牌服务位于另一台主机，且使用未加密的 http</translation>
    </message>
    <message>
        <source>the upload leads to another server over plain http</source>
        <translation>上传通过未加密的 http 指向另一台服务器</translation>
    </message>
    <message>
        <source>there are %1 diffIds for %2 layers</source>
        <translation>%2 个层有 %1 个 diffIds</translation>
    </message>
    <message>
        <source>there are %1 layers; modctl stops at %2</source>
        <translation>有 %1 个层；modctl 的上限为 %2</translation>
    </message>
    <message>
        <source>there are no credentials for %1 in %2</source>
        <translation>没有 %1 的凭据（位置：%2）</translation>
    </message>
    <message>
        <source>there are too many files named like %1</source>
        <translation>与 %1 同名的文件过多</translation>
    </message>
    <message>
        <source>there is no home folder for the local store</source>
        <translation>没有可放置本地存储的主文件夹</translation>
    </message>
    <message>
        <source>there is no home folder to keep credentials in</source>
        <translation>没有可以保存凭据的主文件夹</translation>
    </message>
    <message>
        <source>there is no keychain here</source>
        <translation>这里没有密钥环</translation>
    </message>
    <message>
        <source>there is no tag %1 in %2</source>
        <translation>%2 中不存在标签 %1</translation>
    </message>
    <message>
        <source>there is nothing to package: no file is included</source>
        <translation>没有可打包的内容：未加入任何文件</translation>
    </message>
    <message>
        <source>there must be at least one layer</source>
        <translation>必须至少有一个层</translation>
    </message>
    <message>
        <source>this desktop has no keychain: %1</source>
        <translation>此桌面没有密钥环：%1</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>本次会话</translation>
    </message>
    <message>
        <source>too many nodes</source>
        <translation>节点过多</translation>
    </message>
    <message>
        <source>transfer closed with %1 bytes remaining to read</source>
        <translation>传输已结束，还有 %1 字节未读取</translation>
    </message>
    <message>
        <source>transfer closed with outstanding read data remaining</source>
        <translation>传输已结束，还有数据未读取</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>two offsets</source>
        <translation>两个偏移量</translation>
    </message>
    <message>
        <source>unable to get issuer certificate</source>
        <translation>找不到颁发机构的证书</translation>
    </message>
    <message>
        <source>unable to get local issuer certificate</source>
        <translation>本机不认识颁发机构</translation>
    </message>
    <message>
        <source>unable to verify the first certificate</source>
        <translation>无法验证第一个证书</translation>
    </message>
    <message>
        <source>unknown config field &quot;%1&quot;</source>
        <translation>未知的配置字段“%1”</translation>
    </message>
    <message>
        <source>unsafe path &quot;%1&quot;: %2</source>
        <translation>不安全的路径“%1”：%2</translation>
    </message>
    <message>
        <source>version %1, of which this program knows no layout:</source>
        <translation>版本 %1，本程序不认识其结构</translation>
    </message>
    <message>
        <source>what is published gets its digest by itself</source>
        <translation>发布的内容会自行得到摘要</translation>
    </message>
    <message>
        <source>written for a big-endian machine:</source>
        <translation>为大端机器写成</translation>
    </message>
    <message>
        <source>neither XDG_STATE_HOME nor HOME names a folder</source>
        <translation>XDG_STATE_HOME 和 HOME 均未指明文件夹</translation>
    </message>
    <message>
        <source>%1; %2 more are missing or incomplete</source>
        <translation>%1；另有 %2 个缺失或不完整</translation>
    </message>
    <message>
        <source>an OCI layout, with what was published</source>
        <translation>OCI 布局，内含已发布的内容</translation>
    </message>
    <message>
        <source>blob %1 in %2 has %3 bytes, the manifest says %4</source>
        <translation>%2 中的 blob %1 有 %3 字节，而清单中写的是 %4</translation>
    </message>
    <message>
        <source>blob %1 of the manifest is not in %2</source>
        <translation>%2 中没有清单所列的 blob %1</translation>
    </message>
</context>
<context>
    <name>modelcrate::MetadataPage</name>
    <message>
        <source>&quot;%1&quot; is no SPDX identifier or expression.</source>
        <translation>“%1”不是 SPDX 标识符或表达式。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no two-letter ISO 639 code.</source>
        <translation>“%1”不是两个字母的 ISO 639 代码。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no precision of the specification.</source>
        <translation>“%1”不是规范中的精度。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of %2.</source>
        <translation>“%1”不属于 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no web address.</source>
        <translation>“%1”不是网址。</translation>
    </message>
    <message>
        <source>This cannot be written.</source>
        <translation>此内容无法写入。</translation>
    </message>
    <message>
        <source>Many programs cannot read this time.</source>
        <translation>许多程序无法读取此时间。</translation>
    </message>
    <message>
        <source>Needs a full date and time.</source>
        <translation>需要完整的日期和时间。</translation>
    </message>
    <message>
        <source>Needs a whole web address.</source>
        <translation>需要完整的网址。</translation>
    </message>
    <message>
        <source>Needs a number with at most one decimal, and K, M, B, T or Q.</source>
        <translation>需要最多一位小数的数字，并带 K、M、B、T 或 Q。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Set %1 to the present time</source>
        <translation>将%1设为当前时间</translation>
    </message>
    <message>
        <source>Unit of the number of parameters</source>
        <translation>参数量的单位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What the model is called, such as llama3-8b-instruct</source>
        <translation>模型的名称，例如 llama3-8b-instruct</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The name for people</source>
        <translation>便于阅读的名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>What the model is and what it is for</source>
        <translation>模型是什么，有何用途</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>The family of models it belongs to, such as llama3</source>
        <translation>所属的模型系列，例如 llama3</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>The version of the packaged model, such as 1.2.0</source>
        <translation>所打包模型的版本，例如 1.2.0</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>When the model was built: a date and time by RFC 3339</source>
        <translation>模型的构建时间：按 RFC 3339 的日期和时间</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>People or organizations, such as Jo Doe &lt;jo@example.com&gt;</source>
        <translation>个人或组织，例如 Jo Doe &lt;jo@example.com&gt;</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>提供方</translation>
    </message>
    <message>
        <source>Who distributes the model</source>
        <translation>模型的分发方</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>SPDX identifiers or expressions, such as Apache-2.0</source>
        <translation>SPDX 标识符或表达式，例如 Apache-2.0</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>The commit of the sources it was made from</source>
        <translation>所用源代码的提交</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>A web address with more about the model</source>
        <translation>介绍该模型的网址</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>A web address of what it was built from</source>
        <translation>构建来源的网址</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Web addresses of the data it was trained with</source>
        <translation>训练数据的网址</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>The kind of network, such as transformer</source>
        <translation>网络的类型，例如 transformer</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>What the weight files are written in</source>
        <translation>权重文件的格式</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>How many parameters, with at most one decimal</source>
        <translation>参数的数量，最多一位小数</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>How the weights are stored, such as bfloat16</source>
        <translation>权重的存储方式，例如 bfloat16</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>How the weights were made smaller, such as awq</source>
        <translation>权重的压缩方法，例如 awq</translation>
    </message>
    <message>
        <source>Input types</source>
        <translation>输入类型</translation>
    </message>
    <message>
        <source>What it takes: text, image, audio, video, embedding, other</source>
        <translation>接受的输入：text、image、audio、video、embedding、other</translation>
    </message>
    <message>
        <source>Output types</source>
        <translation>输出类型</translation>
    </message>
    <message>
        <source>What it gives: text, image, audio, video, embedding, other</source>
        <translation>产生的输出：text、image、audio、video、embedding、other</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Two-letter ISO 639 codes, such as en</source>
        <translation>两个字母的 ISO 639 代码，例如 en</translation>
    </message>
    <message>
        <source>Knowledge cutoff</source>
        <translation>知识截止时间</translation>
    </message>
    <message>
        <source>How new what it knows is: a date and time by RFC 3339</source>
        <translation>其知识的最新时间：按 RFC 3339 的日期和时间</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Whether it can reason step by step</source>
        <translation>能否逐步推理</translation>
    </message>
    <message>
        <source>Tool use</source>
        <translation>工具调用</translation>
    </message>
    <message>
        <source>Whether it can call tools</source>
        <translation>能否调用工具</translation>
    </message>
    <message>
        <source>Reward model</source>
        <translation>奖励模型</translation>
    </message>
    <message>
        <source>Whether it rates answers of other models</source>
        <translation>是否为其他模型的回答打分</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Fields of the model config</source>
        <translation>模型配置的字段</translation>
    </message>
    <message>
        <source>Written when it is published</source>
        <translation>发布时写入</translation>
    </message>
    <message>
        <source>The list of layers (modelfs) is made from the files.</source>
        <translation>层的列表（modelfs）由文件生成。</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) in modelfs, with the digest of each as it is unpacked. The list is made from the files and needs no input.</source>
        <translation>
            <numerusform>modelfs 中有 %n 个层，附各层解包后的摘要。该列表由文件生成，无需输入。</numerusform>
        </translation>
    </message>
    <message>
        <source>No field has &quot;%1&quot; in its name, its help or its value.</source>
        <translation>没有字段的名称、说明或值包含“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n empty</source>
        <comment>fields</comment>
        <translation>
            <numerusform>显示 %n 个空字段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1，%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1，%n 项待查看</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 fields filled, %3 from your files.</source>
        <translation>已填写 %1 / %2 个字段，其中 %3 个来自您的文件。</translation>
    </message>
    <message>
        <source>SPDX id or expression</source>
        <translation>SPDX 标识符或表达式</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>描述信息</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>技术信息</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Who made it and what it is</source>
        <translation>由谁制作，是什么</translation>
    </message>
    <message>
        <source>What a loader needs to know</source>
        <translation>加载程序需要知道的信息</translation>
    </message>
    <message>
        <source>Not stated leaves the key out</source>
        <translation>“未说明”时不写入该键</translation>
    </message>
    <message>
        <source>%1 of %2 fields filled, %3 not as published.</source>
        <translation>已填写 %1 / %2 个字段，其中 %3 个与发布时不同。</translation>
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
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1%2</source>
        <comment>percent</comment>
        <extracomment>%1 is a number, %2 the percent sign; many languages put a no-break space between them</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>modelcrate::OpeningPage</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Files found so far</source>
        <translation>已找到的文件</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>查找中…</translation>
    </message>
    <message>
        <source>%1 files, %2</source>
        <translation>%1 个文件，%2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>modelcrate::PackageDocument</name>
    <message numerus="yes">
        <source>change the layer of %n file(s)</source>
        <translation>
            <numerusform>更改 %n 个文件的层类型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change the packaging of %n file(s)</source>
        <translation>
            <numerusform>更改 %n 个文件的打包方式</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>include %n file(s)</source>
        <translation>
            <numerusform>加入 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leave out %n file(s)</source>
        <translation>
            <numerusform>排除 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>confirm %n file(s)</source>
        <translation>
            <numerusform>确认 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bundle %n file(s)</source>
        <translation>
            <numerusform>合并 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>change annotations of a layer</source>
        <translation>更改层的注解</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>change annotations</source>
        <translation>更改注解</translation>
    </message>
    <message>
        <source>keep file times</source>
        <translation>保留文件时间</translation>
    </message>
    <message>
        <source>leave out file times</source>
        <translation>不写入文件时间</translation>
    </message>
    <message>
        <source>write OCI annotations</source>
        <translation>写入 OCI 注解</translation>
    </message>
    <message>
        <source>leave out OCI annotations</source>
        <translation>不写入 OCI 注解</translation>
    </message>
    <message>
        <source>replace %1</source>
        <translation>替换 %1</translation>
    </message>
    <message>
        <source>restore %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>discard all changes</source>
        <translation>放弃全部更改</translation>
    </message>
</context>
<context>
    <name>modelcrate::PackageProblems</name>
    <message>
        <source>%1 is not valid yet</source>
        <translation>%1尚未有效</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are gone: leave them out, or look at the folder again</source>
        <translation>
            <numerusform>%n 个文件已不存在：请将其排除，或重新扫描文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed on disk: look at the folder again</source>
        <translation>
            <numerusform>%n 个文件在磁盘上已更改：请重新扫描文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are sorted by a guess: please have a look</source>
        <translation>
            <numerusform>%n 个文件的类型是猜测的：请确认</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more problem(s)</source>
        <translation>
            <numerusform>还有 %n 个问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PackageTab</name>
    <message>
        <source>Pages of the package</source>
        <translation>模型包的页面</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>注解</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>README</source>
        <translation>README</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Show the inspector</source>
        <translation>显示检查器</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Publish this package</source>
        <translation>发布此模型包</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>查找字段</translation>
    </message>
    <message>
        <source>Filter files</source>
        <translation>筛选文件</translation>
    </message>
    <message>
        <source>Metadata (%1)</source>
        <translation>元数据 (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 个层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to hash</source>
        <translation>
            <numerusform>还有 %n 个文件待计算摘要</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Discard all changes</source>
        <translation>放弃全部更改</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有更改</translation>
    </message>
</context>
<context>
    <name>modelcrate::PackagesPage</name>
    <message>
        <source>Modelcrate packages (*.modelcrate.json)</source>
        <translation>Modelcrate 模型包 (*.modelcrate.json)</translation>
    </message>
    <message>
        <source>Open packages</source>
        <translation>打开的模型包</translation>
    </message>
    <message>
        <source>Open a Model Folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Open a Package</source>
        <translation>打开模型包</translation>
    </message>
    <message>
        <source>Opened %1: %2</source>
        <translation>已打开 %1：%2</translation>
    </message>
    <message>
        <source>%1 is back with its unsaved edits.</source>
        <translation>%1 及其未保存的修改已恢复。</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1，未保存</translation>
    </message>
    <message>
        <source>Open Beside</source>
        <translation>在旁边打开</translation>
    </message>
    <message>
        <source>Close Tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Save the Package</source>
        <translation>保存模型包</translation>
    </message>
    <message>
        <source>Save %1?</source>
        <translation>是否保存 %1？</translation>
    </message>
    <message>
        <source>Its edits are not saved in a file yet.</source>
        <translation>其修改尚未保存到文件。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留在此处</translation>
    </message>
    <message>
        <source>Save %1 packages?</source>
        <translation>保存 %1 个模型包？</translation>
    </message>
    <message>
        <source>Its edits are in no file, and they cannot be kept for the next start.</source>
        <translation>其修改未保存到任何文件，也无法保留到下次启动。</translation>
    </message>
    <message>
        <source>The edits of these are in no file, and they cannot be kept for the next start: %1</source>
        <translation>以下模型包的修改未保存到任何文件，也无法保留到下次启动：%1</translation>
    </message>
    <message>
        <source>Unsaved edits of %1 are back.</source>
        <translation>已恢复 %1 的未保存修改。</translation>
    </message>
    <message>
        <source>Replace %1?</source>
        <translation>是否替换 %1？</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>已存在同名文件。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>modelcrate::PlacesTree</name>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Registries and repositories</source>
        <translation>制品库与仓库</translation>
    </message>
    <message>
        <source>Nothing yet: publish to This computer</source>
        <translation>尚无内容：发布到“本机”</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>查询中…</translation>
    </message>
    <message>
        <source>No repositories</source>
        <translation>没有仓库</translation>
    </message>
    <message>
        <source>Lists no repositories: type a name above</source>
        <translation>不列出仓库：请在上方输入名称</translation>
    </message>
    <message>
        <source>%1 (not encrypted)</source>
        <translation>%1（未加密）</translation>
    </message>
    <message>
        <source>%1 lists no repositories: type a name above</source>
        <translation>%1 不列出仓库：请在上方输入名称</translation>
    </message>
    <message>
        <source>Offline, as of %1</source>
        <translation>离线，截至 %1</translation>
    </message>
    <message>
        <source>Ask Again</source>
        <translation>重新询问</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Sign In…</source>
        <translation>登录…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more: filter by name</source>
        <translation>
            <numerusform>还有 %Ln 个：请按名称筛选</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter above looks through all of them.</source>
        <translation>上方的筛选会在全部名称中查找。</translation>
    </message>
</context>
<context>
    <name>modelcrate::PlainHttpNote</name>
    <message>
        <source>Not encrypted: plain HTTP</source>
        <translation>未加密：普通 HTTP</translation>
    </message>
</context>
<context>
    <name>modelcrate::PlanSide</name>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Manifest digest</source>
        <translation>清单摘要</translation>
    </message>
    <message>
        <source>Copy the Digest</source>
        <translation>复制摘要</translation>
    </message>
    <message>
        <source>1  Layers</source>
        <translation>1  层</translation>
    </message>
    <message>
        <source>2  Config</source>
        <translation>2  配置</translation>
    </message>
    <message>
        <source>3  Manifest</source>
        <translation>3  清单</translation>
    </message>
    <message>
        <source>4  Tag %1</source>
        <translation>4  标签 %1</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不可知</translation>
    </message>
    <message>
        <source>Known before sending. The registry must answer with the same.</source>
        <translation>发送前即可知。制品库必须答复相同的摘要。</translation>
    </message>
    <message>
        <source>Files that are not hashed yet are hashed while they are sent.</source>
        <translation>尚未计算摘要的文件会在发送时计算。</translation>
    </message>
</context>
<context>
    <name>modelcrate::ProgressText</name>
    <message>
        <source>The registry asked to wait.</source>
        <translation>制品库要求稍候。</translation>
    </message>
    <message>
        <source>The registry answered %1.</source>
        <translation>制品库返回了 %1。</translation>
    </message>
    <message>
        <source>Nothing was answered in time.</source>
        <translation>未及时得到响应。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>连接已断开。</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>上传中</translation>
    </message>
    <message>
        <source>Hashing</source>
        <translation>正在计算摘要</translation>
    </message>
    <message>
        <source>Reading again what was sent before</source>
        <translation>正在重新读取已发送的内容</translation>
    </message>
    <message>
        <source>Goes on in %1. %2</source>
        <translation>%1后继续。%2</translation>
    </message>
    <message>
        <source>Retries in %1 (attempt %2 of %3). %4</source>
        <translation>%1后重试（第 %2 次，共 %3 次）。%4</translation>
    </message>
    <message>
        <source>Stalled. No data for %1.</source>
        <translation>已停滞。已有 %1没有数据。</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishActions</name>
    <message>
        <source>Copy as &amp;Command</source>
        <translation>复制为命令(&amp;C)</translation>
    </message>
    <message>
        <source>Save as OCI &amp;Layout…</source>
        <translation>另存为 OCI 布局(&amp;L)…</translation>
    </message>
    <message>
        <source>Back to the P&amp;lan</source>
        <translation>返回计划(&amp;L)</translation>
    </message>
    <message>
        <source>Retry &amp;Now</source>
        <translation>立即重试(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Cancel Publish</source>
        <translation>取消发布(&amp;C)</translation>
    </message>
    <message>
        <source>Publish as &amp;New Tag %1</source>
        <translation>发布为新标签 %1(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Overwrite %1</source>
        <translation>覆盖 %1(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Move %1</source>
        <translation>移动 %1(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Publish as %1</source>
        <translation>发布为 %1(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>发布(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Publish %1</source>
        <translation>发布 %1(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back to the Package</source>
        <translation>返回模型包(&amp;B)</translation>
    </message>
    <message>
        <source>Publish waits: %1</source>
        <translation>尚不能发布：%1</translation>
    </message>
    <message>
        <source>About %1 at %2, the speed of your last upload here</source>
        <translation>约 %1，按上次在此上传的速度 %2 计算</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>开始中…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>取消中…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>暂停中…</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) sending, %1 stopped for now</source>
        <translation>
            <numerusform>%n 个层发送中，%1 个暂时停止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) sending. This page can be left.</source>
        <translation>
            <numerusform>%n 个层发送中。可以离开此页。</numerusform>
        </translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishBanner</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1，以及其他 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>This is published already.</source>
        <translation>此内容已经发布。</translation>
    </message>
    <message>
        <source>%1 stands for exactly this package.</source>
        <translation>%1 正是此模型包。</translation>
    </message>
    <message>
        <source>%1 already points to %2.</source>
        <translation>%1 已指向 %2。</translation>
    </message>
    <message>
        <source>Publishing moves it.</source>
        <translation>发布会移动它。</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>%1 changed since you opened it.</source>
        <translation>%1 在打开之后已更改。</translation>
    </message>
    <message>
        <source>It stood for %1, now for %2. Nothing was overwritten.</source>
        <translation>它原来指向 %1，现在指向 %2。没有覆盖任何内容。</translation>
    </message>
    <message>
        <source>Show &amp;Differences</source>
        <translation>显示差异(&amp;D)</translation>
    </message>
    <message>
        <source>Save as &amp;New Tag</source>
        <translation>另存为新标签(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>Sign &amp;In…</source>
        <translation>登录(&amp;I)…</translation>
    </message>
    <message>
        <source>Stalled.</source>
        <translation>已停滞。</translation>
    </message>
    <message>
        <source>No data for %1. It is tried again by itself; what was sent is kept where the registry allows it.</source>
        <translation>已有 %1没有数据。会自动重试；在制品库允许的情况下，已发送的内容会保留。</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Nobody sees %1. Layers that were sent completely are not sent again.</source>
        <translation>没有人能看到 %1。已完整发送的层不会再次发送。</translation>
    </message>
    <message>
        <source>the artifact</source>
        <translation>该制品</translation>
    </message>
    <message>
        <source>The digest is another one than was shown.</source>
        <translation>摘要与之前显示的不同。</translation>
    </message>
    <message>
        <source>Shown: %1. Compare both in Manifest, Changes.</source>
        <translation>之前显示：%1。请在“清单”页的“更改”中比较两者。</translation>
    </message>
    <message>
        <source>Published.</source>
        <translation>已发布。</translation>
    </message>
    <message>
        <source>The digest is the one that was shown before.</source>
        <translation>摘要与之前显示的一致。</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishChecks</name>
    <message>
        <source>Nothing refers to %1</source>
        <translation>没有内容引用 %1</translation>
    </message>
    <message>
        <source>No signature is left behind.</source>
        <translation>不会遗留任何签名。</translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) or other artifact(s) stay with %1</source>
        <translation>
            <numerusform>%n 个签名或其他制品仍指向 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Signatures stay with %1</source>
        <translation>签名仍属于 %1</translation>
    </message>
    <message>
        <source>What refers to that digest goes on doing so. What is published now has to be signed anew.</source>
        <translation>引用该摘要的内容保持不变。现在发布的内容需要重新签名。</translation>
    </message>
    <message>
        <source>Go to Field</source>
        <translation>转到字段</translation>
    </message>
    <message>
        <source>Show File</source>
        <translation>显示文件</translation>
    </message>
    <message numerus="yes">
        <source>%n small file(s) of %1 could be one layer</source>
        <translation>
            <numerusform>%1 的 %n 个小文件可以合为一层</numerusform>
        </translation>
    </message>
    <message>
        <source>One tar instead of a layer a file</source>
        <translation>用一个 tar 代替每个文件一层</translation>
    </message>
    <message>
        <source>Bundle %1</source>
        <translation>合并 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more folder(s) of small files</source>
        <translation>
            <numerusform>还有 %n 个小文件的文件夹</numerusform>
        </translation>
    </message>
    <message>
        <source>Files can bundle all of them in one step</source>
        <translation>在“文件”页可一步全部合并</translation>
    </message>
    <message>
        <source>Harbor will not show the licence</source>
        <translation>Harbor 不会显示许可证</translation>
    </message>
    <message>
        <source>Harbor will not show the README</source>
        <translation>Harbor 不会显示 README</translation>
    </message>
    <message>
        <source>%1 is packed with compression.</source>
        <translation>%1 以压缩方式打包。</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB.</source>
        <translation>%1 大于 4 MiB。</translation>
    </message>
    <message>
        <source>The file is called %1; Harbor looks for %2.</source>
        <translation>文件名为 %1；Harbor 查找的是 %2。</translation>
    </message>
    <message>
        <source>Rename in Artifact</source>
        <translation>在制品中重命名</translation>
    </message>
    <message>
        <source>Valid ModelPack</source>
        <translation>有效的 ModelPack</translation>
    </message>
    <message>
        <source>No rule is broken</source>
        <translation>没有违反规则</translation>
    </message>
    <message>
        <source>Manifest %1</source>
        <translation>清单 %1</translation>
    </message>
    <message>
        <source>Registries may stop at 4 MiB</source>
        <translation>制品库的上限可能是 4 MiB</translation>
    </message>
    <message numerus="yes">
        <source>%n more remark(s)</source>
        <translation>
            <numerusform>还有 %n 条备注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishModel</name>
    <message>
        <source>this computer&apos;s store</source>
        <translation>本机存储</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>挂载</translation>
    </message>
    <message>
        <source>Exists</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Upload last</source>
        <translation>最后上传</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Not in %1 yet</source>
        <translation>%1 上尚不存在</translation>
    </message>
    <message>
        <source>Packed while it is sent, then checked</source>
        <translation>发送时打包，然后检查</translation>
    </message>
    <message>
        <source>Checked at upload: not hashed yet</source>
        <translation>上传时检查：尚未计算摘要</translation>
    </message>
    <message>
        <source>Checked at upload: %1 did not say</source>
        <translation>上传时检查：%1 未答复</translation>
    </message>
    <message>
        <source>Found in %1</source>
        <translation>已在 %1 中找到</translation>
    </message>
    <message>
        <source>Found in %1; falls back to upload</source>
        <translation>已在 %1 中找到；不行则改为上传</translation>
    </message>
    <message>
        <source>In another repository; falls back to upload</source>
        <translation>在其他仓库中；不行则改为上传</translation>
    </message>
    <message>
        <source>%1 already received</source>
        <translation>先前已接收 %1</translation>
    </message>
    <message>
        <source>Mounted</source>
        <translation>已挂载</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>已上传</translation>
    </message>
    <message>
        <source>Same bytes as another layer</source>
        <translation>与另一层的字节相同</translation>
    </message>
    <message>
        <source>config, manifest, tag</source>
        <translation>配置、清单、标签</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 个层</numerusform>
        </translation>
    </message>
    <message>
        <source>A failure before this leaves no broken tag</source>
        <translation>在此之前失败不会留下损坏的标签</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层类型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Not in %1 yet: %2 copied from where it is published</source>
        <translation>%1 中尚无：从发布处复制 %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Same bytes as %1</source>
        <translation>与 %1 的字节相同</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishPage</name>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Back to the Package</source>
        <translation>返回模型包</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>What is published</source>
        <translation>发布内容</translation>
    </message>
    <message>
        <source>Not known: %1 did not say</source>
        <translation>未知：%1 未答复</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在查询 %1…</translation>
    </message>
    <message>
        <source>Known once there is a target</source>
        <translation>选定目标后可知</translation>
    </message>
    <message>
        <source>Say where to publish to</source>
        <translation>请指定发布位置</translation>
    </message>
    <message>
        <source>%1 has not said what it has</source>
        <translation>%1 尚未答复它有哪些内容</translation>
    </message>
    <message>
        <source>asking %1…</source>
        <translation>正在查询 %1…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Save the package first: the command names the file that holds your changes.</source>
        <translation>请先保存模型包：命令中会用到保存您修改的文件。</translation>
    </message>
    <message>
        <source>The command is copied.</source>
        <translation>命令已复制。</translation>
    </message>
    <message>
        <source>Save as OCI Layout</source>
        <translation>另存为 OCI 布局</translation>
    </message>
    <message>
        <source>%1 cannot be compared. %2</source>
        <translation>无法比较 %1。%2</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>发布 %1</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>等待轮到它</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Checks (%1)</source>
        <translation>检查 (%1)</translation>
    </message>
    <message>
        <source>Time and Activity</source>
        <translation>时间与活动</translation>
    </message>
    <message>
        <source>%1 came to stand for something else meanwhile. Nothing was overwritten.</source>
        <translation>%1 在此期间已指向其他内容。没有覆盖任何内容。</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishTable</name>
    <message>
        <source>Retry Now</source>
        <translation>立即重试</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishTotals</name>
    <message>
        <source>Ask the Target Again</source>
        <translation>重新查询目标</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>挂载</translation>
    </message>
    <message>
        <source>Up to %1 to send</source>
        <translation>最多发送 %1</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>需发送 %1</translation>
    </message>
    <message numerus="yes">
        <source>of %1 in %n layer(s), config and manifest</source>
        <translation>
            <numerusform>共 %1，含 %n 个层、配置和清单</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>查询中…</translation>
    </message>
    <message>
        <source>Checked against %1 at %2</source>
        <translation>%2 已与 %1 核对</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s)</source>
        <translation>
            <numerusform>%n 个上传</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and the rest of %2</source>
        <translation>%1，以及 %2 个的剩余部分</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>What to send is not known</source>
        <translation>不知道需要发送多少</translation>
    </message>
    <message>
        <source>No target yet</source>
        <translation>尚无目标</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n layer(s), config and manifest</source>
        <translation>
            <numerusform>%1，含 %n 个层、配置和清单</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>已发送 %1</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>已发送 %1 / %2</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · 剩余 %2</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishedDetails</name>
    <message>
        <source>Reference</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s), %1</source>
        <translation>
            <numerusform>%n 个层，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>How others get it</source>
        <translation>他人如何获取</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
</context>
<context>
    <name>modelcrate::PublishedFiles</name>
    <message>
        <source>&amp;Edit as Text</source>
        <translation>作为文本编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Replace by a File…</source>
        <translation>用文件替换(&amp;R)…</translation>
    </message>
    <message>
        <source>Put &amp;Back as Published</source>
        <translation>恢复为发布时的内容(&amp;B)</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation>替换 %1</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>modelcrate::PullModel</name>
    <message numerus="yes">
        <source>%1, %n file(s)</source>
        <translation>
            <numerusform>%1，%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>modelcrate::PullPage</name>
    <message>
        <source>What is pulled</source>
        <translation>要拉取的内容</translation>
    </message>
    <message>
        <source>&amp;Pull:</source>
        <translation>拉取(&amp;P)：</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Config and tokenizer</source>
        <translation>配置和分词器</translation>
    </message>
    <message>
        <source>No datasets</source>
        <translation>不含数据集</translation>
    </message>
    <message>
        <source>As chosen below</source>
        <translation>按下方所选</translation>
    </message>
    <message>
        <source>Folder to pull into</source>
        <translation>拉取到的文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder to pull into</source>
        <translation>选择要拉取到的文件夹</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>Stop before anything is written</source>
        <translation>写入前停止</translation>
    </message>
    <message>
        <source>Keep them, leave out the artifact&apos;s</source>
        <translation>保留，不写入制品中的文件</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Keep both, under another name</source>
        <translation>都保留，使用其他名称</translation>
    </message>
    <message>
        <source>Files that are there with other content</source>
        <translation>已存在且内容不同的文件</translation>
    </message>
    <message>
        <source>&amp;Other files there:</source>
        <translation>已有的其他文件(&amp;O)：</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pull %1</source>
        <translation>拉取 %1</translation>
    </message>
    <message>
        <source>Pull into Folder</source>
        <translation>拉取到文件夹</translation>
    </message>
    <message>
        <source>None of the files is there yet.</source>
        <translation>这些文件都还不存在。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are there with the same size; those with the same content are kept.</source>
        <translation>
            <numerusform>已有 %n 个大小相同的文件；内容相同的将保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) stand in the way.</source>
        <translation>
            <numerusform>有 %n 个其他文件阻碍。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) stay as they are.</source>
        <translation>
            <numerusform>%n 个其他文件保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) will be replaced.</source>
        <translation>
            <numerusform>%n 个其他文件将被替换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be written under another name.</source>
        <translation>
            <numerusform>%n 个文件将以其他名称写入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What %n archive(s) hold is seen when they are read.</source>
        <translation>
            <numerusform>%n 个归档的内容在读取时才能知道。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n 个文件，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder, or type its whole path.</source>
        <translation>请选择文件夹，或输入完整路径。</translation>
    </message>
    <message>
        <source>%1 will be written; %2 are free.</source>
        <translation>将写入 %1；可用空间 %2。</translation>
    </message>
    <message>
        <source>%1 will be written, but only %2 are free.</source>
        <translation>将写入 %1，但可用空间只有 %2。</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>拉取</translation>
    </message>
</context>
<context>
    <name>modelcrate::QueueBox</name>
    <message>
        <source>Publish %1</source>
        <translation>发布 %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Pull %1</source>
        <translation>拉取 %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Open &amp;Transfers</source>
        <translation>打开传输(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) come before this one.</source>
        <translation>
            <numerusform>前面有 %n 个传输。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) wait behind this one.</source>
        <translation>
            <numerusform>后面有 %n 个传输在等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>No transfer waits behind this one.</source>
        <translation>后面没有传输在等待。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::Rail</name>
    <message>
        <source>Packages</source>
        <translation>模型包</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>制品库</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>modelcrate::RailButton</name>
    <message numerus="yes">
        <source>%1, %n active</source>
        <translation>
            <numerusform>%1，%n 项进行中</numerusform>
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
        <translation>读取中…</translation>
    </message>
    <message>
        <source>No README in this package</source>
        <translation>此模型包中没有 README</translation>
    </message>
    <message>
        <source>A README.md at the top of the folder tells people what the model is and how to use it. Registries show it beside the files.</source>
        <translation>文件夹顶层的 README.md 告诉他人模型是什么以及如何使用。制品库会在文件旁显示它。</translation>
    </message>
    <message>
        <source>The README cannot be shown</source>
        <translation>无法显示 README</translation>
    </message>
    <message>
        <source>not the %1, because it is compressed</source>
        <translation>不显示%1，因为它被压缩</translation>
    </message>
    <message>
        <source>not the %1, because it is larger than %2</source>
        <translation>不显示%1，因为它大于 %2</translation>
    </message>
    <message>
        <source>Harbor would show:</source>
        <translation>Harbor 会显示：</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1；%2。</translation>
    </message>
    <message>
        <source>this README</source>
        <translation>此 README</translation>
    </message>
    <message>
        <source>no README (it has to be named README.md or README)</source>
        <translation>没有 README（必须命名为 README.md 或 README）</translation>
    </message>
    <message>
        <source>the licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>no licence (it has to be named LICENSE or LICENSE.txt)</source>
        <translation>没有许可证（必须命名为 LICENSE 或 LICENSE.txt）</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>modelcrate::RecentDelegate</name>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Not published</source>
        <translation>未发布</translation>
    </message>
</context>
<context>
    <name>modelcrate::ReferenceProblem</name>
    <message>
        <source>Nothing is written here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>A folder has to follow oci:</source>
        <translation>oci: 后面要写文件夹</translation>
    </message>
    <message>
        <source>A reference has no %1 in front: host/repository:tag is enough</source>
        <translation>引用前面不写 %1：host/repository:tag 即可</translation>
    </message>
    <message>
        <source>%1 is a registry; a repository has to follow: %1/team/model:v1</source>
        <translation>%1 是制品库，后面还要写仓库：%1/team/model:v1</translation>
    </message>
    <message>
        <source>No registry is named: registry.example/team/model:v1, or store:model:v1 for this computer</source>
        <translation>没有写制品库：registry.example/team/model:v1，或用 store:model:v1 表示本机</translation>
    </message>
    <message>
        <source>“%1” is no registry: a name with a dot, with a port, or localhost comes first</source>
        <translation>“%1”不是制品库：开头要写带点或带端口的名称，或 localhost</translation>
    </message>
    <message>
        <source>Registry and repository have %1 characters together; 255 are the most</source>
        <translation>制品库和仓库共 %1 个字符，最多 255 个</translation>
    </message>
    <message>
        <source>“%1” is no address of a registry</source>
        <translation>“%1”不是制品库的地址</translation>
    </message>
    <message>
        <source>“%1” is no port: a number from 1 to 65535</source>
        <translation>“%1”不是端口：应为 1 到 65535 的数字</translation>
    </message>
    <message>
        <source>“%1” (character %2) cannot be in the name of a registry</source>
        <translation>制品库名称中不能有“%1”（第 %2 个字符）</translation>
    </message>
    <message>
        <source>“%1” is no name of a registry</source>
        <translation>“%1”不是制品库的名称</translation>
    </message>
    <message>
        <source>A tag has to follow the colon</source>
        <translation>冒号后面要写标签</translation>
    </message>
    <message>
        <source>“%1” (character %2) cannot be in a tag</source>
        <translation>标签中不能有“%1”（第 %2 个字符）</translation>
    </message>
    <message>
        <source>The tag has %1 characters; 128 are the most</source>
        <translation>标签有 %1 个字符，最多 128 个</translation>
    </message>
    <message>
        <source>A tag cannot begin with “%1”</source>
        <translation>标签不能以“%1”开头</translation>
    </message>
    <message>
        <source>The repository is missing</source>
        <translation>缺少仓库</translation>
    </message>
    <message>
        <source>There is a / too many in the repository (character %1)</source>
        <translation>仓库名多了一个 /（第 %1 个字符）</translation>
    </message>
    <message>
        <source>The repository has %1 characters; 255 are the most</source>
        <translation>仓库名有 %1 个字符，最多 255 个</translation>
    </message>
    <message>
        <source>“%1” (character %2) cannot be in a repository</source>
        <translation>仓库名中不能有“%1”（第 %2 个字符）</translation>
    </message>
    <message>
        <source>A repository is written in lower case: %1, not %2</source>
        <translation>仓库名要小写：%1，不是 %2</translation>
    </message>
    <message>
        <source>“%1” in the repository has to begin and end with a letter or a digit</source>
        <translation>仓库名中的“%1”必须以字母或数字开头和结尾</translation>
    </message>
    <message>
        <source>“%1” in the repository has too many signs in a row: one dot, one or two underscores, or hyphens</source>
        <translation>仓库名中的“%1”连续的分隔符太多：只能是一个点、一到两个下划线，或连字符</translation>
    </message>
    <message>
        <source>What is published gets its digest by itself: a tag goes here, nothing after an @</source>
        <translation>发布时会自动得到摘要：这里写标签，不写 @ 之后的内容</translation>
    </message>
    <message>
        <source>This is no place to publish to: registry.example/team/model:v1 is one</source>
        <translation>无法发布到这里；可以写成 registry.example/team/model:v1</translation>
    </message>
</context>
<context>
    <name>modelcrate::RegistriesPage</name>
    <message>
        <source>Reference to look at</source>
        <translation>要查看的引用</translation>
    </message>
    <message>
        <source>registry.example.com/team/model:v1, store:model:v1 or oci:/folder:v1</source>
        <translation>registry.example.com/team/model:v1、store:model:v1 或 oci:/folder:v1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Look at the reference</source>
        <translation>查看引用</translation>
    </message>
    <message>
        <source>Filter repositories</source>
        <translation>筛选仓库</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>%1 are free again.</source>
        <translation>已释放 %1。</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Show places and tags in place of the other artifact</source>
        <translation>显示位置和标签，代替另一个制品</translation>
    </message>
</context>
<context>
    <name>modelcrate::RulesSettings</name>
    <message>
        <source>Layers by your rules</source>
        <translation>按自定义规则分层</translation>
    </message>
    <message>
        <source>* stands for any part of a name, ** crosses folders. The first rule that fits decides, before those that are built in.</source>
        <translation>* 代表名称中的任意部分，** 可跨越文件夹。第一条匹配的规则生效，优先于内置规则。</translation>
    </message>
    <message>
        <source>Also left out</source>
        <translation>另外排除</translation>
    </message>
    <message>
        <source>Patterns as in .gitignore, beside what is always left out. A folder that is opened or rescanned goes by them; what a package holds already stays.</source>
        <translation>写法与 .gitignore 相同，在默认排除之外生效。打开或重新扫描文件夹时采用；模型包中已有的文件保留。</translation>
    </message>
    <message>
        <source>Your rules for layers</source>
        <translation>自定义的分层规则</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the selected rule</source>
        <translation>移除选中的规则</translation>
    </message>
    <message>
        <source>Files of a new rule</source>
        <translation>新规则的文件</translation>
    </message>
    <message>
        <source>Layer of a new rule</source>
        <translation>新规则的层</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Your patterns of what is left out</source>
        <translation>自定义的排除模式</translation>
    </message>
    <message>
        <source>Remove the selected pattern</source>
        <translation>移除选中的模式</translation>
    </message>
    <message>
        <source>A new pattern of what is left out</source>
        <translation>新的排除模式</translation>
    </message>
    <message>
        <source>Add the pattern</source>
        <translation>添加模式</translation>
    </message>
    <message>
        <source>Layer of %1</source>
        <translation>%1 的层</translation>
    </message>
    <message>
        <source>A pattern is one line of at most 200 characters and does not begin with #.</source>
        <translation>模式为一行，最多 200 个字符，且不以 # 开头。</translation>
    </message>
</context>
<context>
    <name>modelcrate::SectionBox</name>
    <message>
        <source>%1, open</source>
        <extracomment>accessible name of the header of a section that folds</extracomment>
        <translation>%1，已展开</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1，已折叠</translation>
    </message>
</context>
<context>
    <name>modelcrate::SegmentedBar</name>
    <message>
        <source>%1: %2</source>
        <extracomment>accessible name of a bar: what it shows, then every figure</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>modelcrate::SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的各部分</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
</context>
<context>
    <name>modelcrate::SignInFlow</name>
    <message>
        <source>Sign &amp;In…</source>
        <translation>登录(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>modelcrate::TagChips</name>
    <message>
        <source>Tags: %1</source>
        <translation>标签：%1</translation>
    </message>
</context>
<context>
    <name>modelcrate::TagRemoval</name>
    <message>
        <source>The tag, to confirm</source>
        <translation>输入标签以确认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking what else %1 stands for…</source>
        <translation>正在查找 %1 还代表什么…</translation>
    </message>
    <message>
        <source>There are too many tags to say which others stand for the same artifact.</source>
        <translation>标签太多，无法判断还有哪些代表同一制品。</translation>
    </message>
    <message>
        <source>It is the only tag of %1: the artifact goes with it.</source>
        <translation>这是 %1 的唯一标签：制品将一并删除。</translation>
    </message>
    <message>
        <source>The same artifact is also called %1. These stay where a tag can be deleted alone; otherwise you are asked again.</source>
        <translation>同一制品也名为 %1。若可单独删除标签，这些会保留；否则会再次询问。</translation>
    </message>
    <message numerus="yes">
        <source>%n artifact(s) refer to it.</source>
        <translation>
            <numerusform>有 %n 个制品引用它。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>Type %1 to delete the tag. This cannot be undone.</source>
        <translation>输入 %1 以删除该标签。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete Tag</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>This registry cannot delete a tag alone.</source>
        <translation>此制品库不能单独删除标签。</translation>
    </message>
    <message>
        <source>These would go too: %1.</source>
        <translation>这些也会被删除：%1。</translation>
    </message>
    <message>
        <source>Type %1 to delete the artifact with all its tags. This cannot be undone.</source>
        <translation>输入 %1 以删除该制品及其所有标签。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete All Its Tags</source>
        <translation>删除其所有标签</translation>
    </message>
    <message>
        <source>This registry does not allow deletion.</source>
        <translation>此制品库不允许删除。</translation>
    </message>
    <message>
        <source>Whoever runs it has to switch it on. Hosted registries often delete on their web pages only.</source>
        <translation>需由运营者启用。托管的制品库通常只能在其网页上删除。</translation>
    </message>
    <message>
        <source>Deleting %1…</source>
        <translation>正在删除 %1…</translation>
    </message>
    <message>
        <source>%1 was moved meanwhile, and nothing is deleted. Delete it now?</source>
        <translation>%1 在此期间被移动，没有删除任何内容。现在要删除吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>其他 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TagsModel</name>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>The tag %1 is a signature of it. Whose, and whether it is right, is not checked.</source>
        <translation>标签 %1 是它的签名。签名者是谁、签名是否正确，均未核对。</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签名</translation>
    </message>
</context>
<context>
    <name>modelcrate::TagsView</name>
    <message>
        <source>What a tag stands for is read when its row is seen.</source>
        <translation>看到该行时才会读取标签所指的内容。</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>筛选标签</translation>
    </message>
    <message>
        <source>Only models</source>
        <translation>仅模型</translation>
    </message>
    <message>
        <source>Tags of the repository</source>
        <translation>仓库的标签</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Listing the tags…</source>
        <translation>正在列出标签…</translation>
    </message>
    <message>
        <source>Choose a repository.</source>
        <translation>请选择仓库。</translation>
    </message>
    <message>
        <source>There are no tags.</source>
        <translation>没有标签。</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s), %1 read</source>
        <translation>
            <numerusform>%n 个标签，已读取 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline: %n tag(s) as of %1</source>
        <translation>
            <numerusform>离线：%n 个标签，截至 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) so far, %1 read; more are listed as you scroll</source>
        <translation>
            <numerusform>目前 %n 个标签，已读取 %1；滚动时列出更多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) are shown; the registry&apos;s list goes on</source>
        <translation>
            <numerusform>已显示 %n 个标签；制品库的列表还在继续</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open Beside</source>
        <translation>在旁边打开</translation>
    </message>
    <message>
        <source>Copy Reference</source>
        <translation>复制引用</translation>
    </message>
</context>
<context>
    <name>modelcrate::TargetAccount</name>
    <message>
        <source>On this computer, no sign-in needed</source>
        <translation>在本机上，无需登录</translation>
    </message>
    <message>
        <source>Looking for a sign-in…</source>
        <translation>正在查找登录信息…</translation>
    </message>
    <message>
        <source>signed in, from %1</source>
        <translation>已登录，来自 %1</translation>
    </message>
    <message>
        <source>signed in as %1, from %2</source>
        <translation>已登录为 %1，来自 %2</translation>
    </message>
    <message>
        <source>no sign-in found</source>
        <translation>未找到登录信息</translation>
    </message>
    <message>
        <source>sign-in cannot be read</source>
        <translation>无法读取登录信息</translation>
    </message>
</context>
<context>
    <name>modelcrate::TargetForm</name>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>Where to publish</source>
        <translation>发布位置</translation>
    </message>
    <message>
        <source>registry.example/team/model:v1</source>
        <translation>registry.example/team/model:v1</translation>
    </message>
    <message>
        <source>Copy the Reference</source>
        <translation>复制引用</translation>
    </message>
    <message>
        <source>Sign &amp;In…</source>
        <translation>登录(&amp;I)…</translation>
    </message>
    <message>
        <source>The tag is written last. Until then nobody sees %1.</source>
        <translation>标签最后写入。在此之前没有人能看到 %1。</translation>
    </message>
    <message>
        <source>A registry, or store: for this computer, or oci: for a folder</source>
        <translation>制品库，或 store: 表示本机，或 oci: 表示文件夹</translation>
    </message>
    <message>
        <source>Without a tag it is found by its digest only</source>
        <translation>没有标签时只能按摘要找到</translation>
    </message>
    <message>
        <source>%1 is corrected in place</source>
        <translation>%1 将被原地更正</translation>
    </message>
    <message>
        <source>%1 is taken</source>
        <translation>%1 已被占用</translation>
    </message>
    <message>
        <source>%1 is free</source>
        <translation>%1 可用</translation>
    </message>
    <message>
        <source>Whether %1 is free is not known</source>
        <translation>不知道 %1 是否可用</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>查询中…</translation>
    </message>
</context>
<context>
    <name>modelcrate::TargetSuggestions</name>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>modelcrate::TargetText</name>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>该文件夹</translation>
    </message>
</context>
<context>
    <name>modelcrate::TextEditPage</name>
    <message>
        <source>Put &amp;Back as Published</source>
        <translation>恢复为发布时的内容(&amp;B)</translation>
    </message>
    <message>
        <source>Back to the Package</source>
        <translation>返回模型包</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>%1 的文本</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>与发布时相同</translation>
    </message>
</context>
<context>
    <name>modelcrate::TimeBox</name>
    <message>
        <source>Not known while nothing moves. %1 are left.</source>
        <translation>没有数据传输时无法得知。还剩 %1。</translation>
    </message>
    <message>
        <source>Known once something is sent.</source>
        <translation>开始发送后才知道。</translation>
    </message>
    <message>
        <source>About %1 left at %2.</source>
        <translation>按 %2 约剩 %1。</translation>
    </message>
    <message numerus="yes">
        <source>About %1 left at %2, if the %n stopped layer(s) start again.</source>
        <translation>
            <numerusform>按 %2 约剩 %1，前提是 %n 个停止的层重新开始。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without the %n stopped layer(s): about %1.</source>
        <translation>
            <numerusform>不计 %n 个停止的层：约 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else is left to be sent.</source>
        <translation>没有其他要发送的内容。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Known once it is its turn.</source>
        <translation>轮到它时才知道。</translation>
    </message>
    <message>
        <source>It is about to pause.</source>
        <translation>即将暂停。</translation>
    </message>
    <message>
        <source>It is about to end.</source>
        <translation>即将结束。</translation>
    </message>
    <message>
        <source>Nothing is sent until it is resumed. %1 are left.</source>
        <translation>继续之前不会发送。还剩 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of unknown size come on top.</source>
        <translation>
            <numerusform>另有 %n 个大小未知的层。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TokenField</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及其他 %1 项</translation>
    </message>
    <message>
        <source>Too many at once: add the rest in parts.</source>
        <translation>一次添加过多：请分批添加其余内容。</translation>
    </message>
    <message>
        <source>%1 is marked</source>
        <translation>已选中 %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>modelcrate::TransferLog</name>
    <message>
        <source>Asked to wait: %1</source>
        <translation>要求等待：%1</translation>
    </message>
    <message>
        <source>Answered %1: %2</source>
        <translation>返回 %1：%2</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>无响应：%1</translation>
    </message>
    <message>
        <source>Connection lost: %1</source>
        <translation>连接中断：%1</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Exists: %1</source>
        <translation>已存在：%1</translation>
    </message>
    <message>
        <source>Mounted: %1</source>
        <translation>已挂载：%1</translation>
    </message>
    <message>
        <source>Uploaded: %1</source>
        <translation>已上传：%1</translation>
    </message>
    <message>
        <source>No data: %1</source>
        <translation>没有数据：%1</translation>
    </message>
    <message>
        <source>Moves again: %1</source>
        <translation>恢复传输：%1</translation>
    </message>
    <message>
        <source>Retried: %1</source>
        <translation>已重试：%1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
</context>
<context>
    <name>modelcrate::TransferNotices</name>
    <message>
        <source>Publishing %1 failed</source>
        <translation>发布 %1 失败</translation>
    </message>
    <message>
        <source>%1 is published</source>
        <translation>%1 已发布</translation>
    </message>
    <message>
        <source>Pulling %1 failed</source>
        <translation>拉取 %1 失败</translation>
    </message>
    <message>
        <source>%1 is pulled</source>
        <translation>%1 已拉取</translation>
    </message>
    <message>
        <source>Copying %1 failed</source>
        <translation>复制 %1 失败</translation>
    </message>
    <message>
        <source>%1 is copied</source>
        <translation>%1 已复制</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Show Transfers</source>
        <translation>显示传输</translation>
    </message>
    <message numerus="yes">
        <source>%n transfers have ended, not all successfully</source>
        <translation>
            <numerusform>%n 项传输已结束，并非全部成功</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfers are finished</source>
        <translation>
            <numerusform>%n 项传输已完成</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TransferSettings</name>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>同时传输数</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>速率限制</translation>
    </message>
    <message>
        <source>The limit is for all transfers together and holds at once, also for those that run.</source>
        <translation>该限制由所有传输共用，立即生效，对正在进行的传输也有效。</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> MiB/s</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限制</translation>
    </message>
    <message>
        <source>Only while no window of Modelcrate has the focus, and only for transfers that took longer than half a minute.</source>
        <translation>仅当 Modelcrate 的窗口都没有焦点时，且仅限超过半分钟的传输。</translation>
    </message>
    <message>
        <source>Notify when long transfers end</source>
        <translation>长时间的传输结束时通知</translation>
    </message>
</context>
<context>
    <name>modelcrate::TransferText</name>
    <message>
        <source>Preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>接收中</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>复制中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 and %n more</source>
        <translation>
            <numerusform>%1：%2 及其他 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2 of %3 done</source>
        <translation>%1。已完成 %2（共 %3）</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message numerus="yes">
        <source>Pulled, but for %n files</source>
        <translation>
            <numerusform>已拉取，但缺少 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>已拉取</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1，存为 %2</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Retry Now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Cancel Transfer</source>
        <translation>取消传输</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy Reference</source>
        <translation>复制引用</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Pausing at a clean boundary</source>
        <translation>正在完整的断点处暂停</translation>
    </message>
    <message>
        <source>Canceling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>Canceled by you</source>
        <translation>已由您取消</translation>
    </message>
    <message>
        <source>Interrupted when the program ended. What was sent or received is kept.</source>
        <translation>程序结束时中断。已发送或已接收的内容都已保留。</translation>
    </message>
    <message>
        <source>Waiting for the ones before it</source>
        <translation>正在等待前面的传输</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>已由您暂停</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>目标：%1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>结束时间：%1</translation>
    </message>
    <message>
        <source>Digest: %1</source>
        <translation>摘要：%1</translation>
    </message>
</context>
<context>
    <name>modelcrate::TransfersModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
</context>
<context>
    <name>modelcrate::TransfersPage</name>
    <message>
        <source>Pause All</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Resume All</source>
        <translation>全部继续</translation>
    </message>
    <message>
        <source>Clear Finished</source>
        <translation>清除已结束项</translation>
    </message>
    <message>
        <source>Transfers are not kept</source>
        <translation>无法保留传输记录</translation>
    </message>
    <message>
        <source>They cannot be written to the disk, so they will be forgotten when the program ends.</source>
        <translation>无法写入磁盘，程序结束后这些传输将不再保留。</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Nothing is being transferred</source>
        <translation>没有传输</translation>
    </message>
    <message>
        <source>What is published, pulled or copied stands here. It goes on while other pages are open, can be paused, and comes back after a restart.</source>
        <translation>发布、拉取或复制的内容显示在此处。在其他页面打开时仍会继续，可以暂停，重新启动后会恢复。</translation>
    </message>
    <message>
        <source>At &amp;once:</source>
        <translation>同时传输(&amp;O)：</translation>
    </message>
    <message>
        <source>Transfers at once</source>
        <translation>同时传输数</translation>
    </message>
    <message>
        <source>&amp;Limit:</source>
        <translation>限速(&amp;L)：</translation>
    </message>
    <message>
        <source>Limit of all transfers together</source>
        <translation>所有传输的总限速</translation>
    </message>
    <message>
        <source>Pause or Resume</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n transfers were interrupted</source>
        <translation>
            <numerusform>%n 个传输被中断</numerusform>
        </translation>
    </message>
    <message>
        <source>They go on from where they were.</source>
        <translation>将从中断处继续。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限制</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TransfersSummary</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 项进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 项等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1, stalled</source>
        <translation>%1，已停滞</translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <translation>%1，剩余约 %2</translation>
    </message>
</context>
<context>
    <name>modelcrate::TreemapPanel</name>
    <message>
        <source>Largest files</source>
        <translation>最大的文件</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Sizes as a map or as a table</source>
        <translation>以图或表格显示大小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Close the treemap</source>
        <translation>关闭矩形树图</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelcrate::TreemapView</name>
    <message numerus="yes">
        <source>%Ln small file(s), %1</source>
        <translation>
            <numerusform>%Ln 个小文件，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Files by size</source>
        <translation>按大小显示文件</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>No file has a size</source>
        <translation>没有文件有大小</translation>
    </message>
    <message>
        <source>No file of the package has a size</source>
        <translation>模型包中没有文件有大小</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>%1, %2 of the package
Layer: %3</source>
        <translation>%1，占模型包 %2
层：%3</translation>
    </message>
    <message>
        <source>%1
%2, %3 of the package
Layer: %4</source>
        <translation>%1
%2，占模型包 %3
层：%4</translation>
    </message>
</context>
<context>
    <name>modelcrate::TriStateField</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未说明</translation>
    </message>
</context>
<context>
    <name>modelcrate::UnattendedRun</name>
    <message>
        <source>%1 cannot be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>it takes longer than ten minutes</source>
        <translation>耗时超过十分钟</translation>
    </message>
    <message>
        <source>the page has no Publish button</source>
        <translation>页面上没有“发布”按钮</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>the picture cannot be written to %1</source>
        <translation>无法将图片写入 %1</translation>
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
        <translation>到制品库</translation>
    </message>
</context>
<context>
    <name>modelcrate::WebLink</name>
    <message>
        <source>Open this link in the browser?</source>
        <translation>是否在浏览器中打开此链接？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>modelcrate::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;Package…</source>
        <translation>打开模型包(&amp;P)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Try a Sa&amp;mple Package</source>
        <translation>试用示例模型包(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>&amp;Close Tab</source>
        <translation>关闭标签页(&amp;C)</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Ctrl+W</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
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
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Packages</source>
        <translation>模型包(&amp;P)</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>&amp;Registries</source>
        <translation>制品库(&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>&amp;Transfers</source>
        <translation>传输(&amp;T)</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>Ctrl+4</source>
        <translation>Ctrl+4</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Ctrl+Alt+1</source>
        <translation>Ctrl+Alt+1</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>元数据(&amp;M)</translation>
    </message>
    <message>
        <source>Ctrl+Alt+2</source>
        <translation>Ctrl+Alt+2</translation>
    </message>
    <message>
        <source>&amp;Annotations</source>
        <translation>注解(&amp;A)</translation>
    </message>
    <message>
        <source>Ctrl+Alt+3</source>
        <translation>Ctrl+Alt+3</translation>
    </message>
    <message>
        <source>Ma&amp;nifest</source>
        <translation>清单(&amp;N)</translation>
    </message>
    <message>
        <source>Ctrl+Alt+4</source>
        <translation>Ctrl+Alt+4</translation>
    </message>
    <message>
        <source>R&amp;EADME</source>
        <translation>README(&amp;E)</translation>
    </message>
    <message>
        <source>Ctrl+Alt+5</source>
        <translation>Ctrl+Alt+5</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>命令面板(&amp;C)…</translation>
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
        <translation>下一个标签页(&amp;B)</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Treemap by Si&amp;ze</source>
        <translation>矩形树图(&amp;Z)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <translation>Ctrl+Shift+M</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>检查器(&amp;I)</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>Problems and Acti&amp;vity</source>
        <translation>问题与活动(&amp;V)</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>&amp;Go to the Message</source>
        <translation>转到消息(&amp;G)</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>重置布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Package</source>
        <translation>模型包(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Publish…</source>
        <translation>发布(&amp;P)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Return</source>
        <translation>Ctrl+Shift+Return</translation>
    </message>
    <message>
        <source>&amp;Registry</source>
        <translation>制品库(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;Reference…</source>
        <translation>打开引用(&amp;R)…</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Open &amp;Beside</source>
        <translation>在旁边打开(&amp;B)</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Return</source>
        <translation>Ctrl+Alt+Return</translation>
    </message>
    <message>
        <source>P&amp;ull into a Folder…</source>
        <translation>拉取到文件夹(&amp;U)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>&amp;Edit Published Model…</source>
        <translation>编辑已发布的模型(&amp;E)…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>&amp;Accounts…</source>
        <translation>账户(&amp;A)…</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>刷新(&amp;F)</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation>Ctrl+/</translation>
    </message>
    <message>
        <source>&amp;About Modelcrate</source>
        <translation>关于 Modelcrate(&amp;A)</translation>
    </message>
</context>
<context>
    <name>modelcrate::WindowMessage</name>
    <message>
        <source>The sample package cannot be made</source>
        <translation>无法创建示例模型包</translation>
    </message>
    <message>
        <source>%1 is not saved</source>
        <translation>%1 未保存</translation>
    </message>
    <message>
        <source>Unsaved edits cannot be kept for the next start</source>
        <translation>无法为下次启动保留未保存的修改</translation>
    </message>
    <message>
        <source>Settings are not kept for the next start</source>
        <translation>设置无法保留到下次启动</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) of unsaved edits cannot be read</source>
        <translation>
            <numerusform>有 %n 份未保存修改的副本无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>It is kept as %1.</source>
        <translation>它保存为 %1。</translation>
    </message>
    <message>
        <source>The last one is kept as %1; Activity names the others.</source>
        <translation>最后一份保存为 %1；其余的见“活动”。</translation>
    </message>
    <message>
        <source>An editor shows what is in it. To try again, take &quot;.broken&quot; off its name and start anew.</source>
        <translation>可用编辑器查看其内容。要重试，请去掉文件名末尾的“.broken”并重新启动。</translation>
    </message>
</context>
</TS>
