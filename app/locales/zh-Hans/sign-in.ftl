# Signing in: name and number, code, own phone. The same words for people who are known and who are not.
sign-in-title = 登录
sign-in-lede = 填好姓名和身份证号码。我们发 6 位验证码到您登记的手机。
sign-in-back-home = 回到首页
sign-in-name = 姓名
sign-in-name-hint = 和身份证上写的一样
sign-in-number = 身份证号码
sign-in-number-hint = 一共 18 位。最后一位如果是 X，大写小写都可以
sign-in-send = 发送验证码
sign-in-no-phone-title = 没有手机，也能登录
sign-in-no-phone-slip = 带上身份证，到村里或者乡镇的服务点，领一张登录纸条。
sign-in-no-phone-counter = 也可以不登录，直接到窗口办。地址和电话在这一页下面。
sign-in-have-slip = 用登录纸条登录
sign-in-helper-title = 您不在本地参保？
sign-in-helper-what = 想帮家人办事，先给自己开一个账户。
sign-in-helper-link = 给自己开账户
sign-in-off-title = 现在不能发验证码
sign-in-off-what = 短信还没有接通。手里有登录纸条，可以用纸条登录。
sign-in-off-counter = 没有纸条，就到窗口办：{ $office }，{ $address }。电话 { $phone }。
sign-in-late = 这一页打开得太久，刚才那一下没有算。看一看下面填的，再按一次。
sign-in-own-title = 您是 { $name } 吗？
sign-in-own-lede = 您说过，这是您自己的手机。填一个验证码，就能登录。
sign-in-own-send = 给我发送验证码
sign-in-own-other = 不是我，换个人登录

sign-in-code-title = 填验证码
sign-in-code-lede = 姓名和号码跟登记的一样，短信马上就到。验证码 15 分钟内都能用。
sign-in-code-label = 短信里的 6 位数字
sign-in-code-own-question = 这部手机是谁在用？
sign-in-code-own-hint = 只有您一个人用，才勾上。以后只填验证码，30 天不用再登录。
sign-in-code-own = 这是我自己的手机
sign-in-code-submit = 登录颐保
sign-in-code-secret = 验证码不要告诉别人。工作人员也不会向您要。
sign-in-code-late-title = 没有收到短信？
sign-in-code-late-wait = 先等一分钟，再看一看短信。
sign-in-code-late-typed = 姓名或者号码填错了，也收不到。可以返回上一步改。
sign-in-code-late-phone = 换了号码，或者没有登记手机：带身份证到窗口登记。
sign-in-code-again = 再发一次验证码

# Messages to the phone. No link, no name.
sms-sign-in = 【颐保】登录验证码 { $code }，15 分钟内有效。不要告诉任何人，工作人员也不会问。不是您在登录，就不用理会。
sms-open-account = 【颐保】开账户验证码 { $code }，15 分钟内有效。不要告诉任何人，工作人员也不会问。
sms-open-account-known = 【颐保】有人用您的身份证号码开账户，没有开成，您的账户没有变。您早就有账户，直接登录就行。不是您办的，可以打服务电话问。

# Why it did not go on.
no-wait = 15 分钟里最多发 3 次验证码。{ $clock } 以后可以再发。着急就打电话：{ $phone }。
no-address-full = 这个网络刚才登录的人太多。过 15 分钟再试，或者打电话：{ $phone }。
no-wrong = 验证码对不上。看一看最新的那条短信。还可以试 { $left } 次。
no-wrong-last = 验证码试了 5 次都对不上。再发一次验证码，或者打电话：{ $phone }。
no-expired = 这个验证码过时了。用最新的那条短信，或者再发一次验证码。
no-too-many-tries = 验证码试了 5 次都对不上。再发一次验证码，用新的来登录。
no-none-alive = 这里没有能用的验证码了。再发一次验证码，用新的来登录。
no-same-moment = 刚才按了好几次。等几秒钟，再按一次就行。
no-slip-unknown = 没有找到这张纸条。对着纸条，一位一位再填一遍。
no-slip-wrong = 密码对不上。再想一想，还可以试 { $left } 次。
no-slip-wrong-last = 密码试了 5 次都对不上，这张纸条不能用了。带身份证到窗口换一张，电话 { $phone }。
no-slip-used = 这张纸条已经用过。一张纸条只能用一次，到窗口可以再领一张。
no-slip-replaced = 后来又开了一张新纸条，这张不能用了。找出新的那张，照着它填。
no-slip-expired = 这张纸条过了 7 天，不能用了。到窗口可以再领一张。
no-slip-too-many-tries = 密码试了 5 次都对不上，这张纸条不能用了。带身份证到窗口换一张。
no-screen-unknown = 没有找到这个号码。看一看工作人员的屏幕，再填一遍。
