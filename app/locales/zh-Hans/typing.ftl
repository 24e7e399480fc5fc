# What was typed wrongly, precisely, and where to look.
name-empty = 还没有填姓名。照着身份证填。
name-too-long = 姓名太长了，最多 50 个字。照着身份证填。
name-digits = 姓名里有数字。看一看是不是填错了格子。
name-signs = 姓名里有认不出的符号。只填身份证上的字。

id-number-empty = 还没有填身份证号码。它在身份证有照片的那一面，最下面一行。
id-number-fifteen-digits = 这是 15 位的老号码。现在的身份证号码有 18 位，在有照片的那一面，最下面一行。
id-number-wrong-length = 身份证号码要有 18 位，现在是 { $got } 位。号码在有照片的那一面，最下面一行。
id-number-letters = 身份证号码里只有数字，最后一位可以是 X。对着身份证再填一遍。
id-number-wrong-check-digit = 身份证号码有一位填错了。对着身份证最下面一行，一位一位再看一遍。
id-number-no-such-date = 身份证号码第 7 到 14 位是生日，这个日子不存在。对着身份证再看一遍。
id-number-in-future = 身份证号码第 7 到 14 位是生日，现在填的还没有到。对着身份证再看一遍。

phone-empty = 还没有填手机号码。
phone-letters = 手机号码里只有数字。看一看是不是填错了格子。
phone-landline = 这是座机号码，收不到短信。填手机号码。
phone-wrong-length = 手机号码要有 11 位，现在是 { $got } 位。
phone-not-mobile = 手机号码的第一位是 1。再看一遍有没有填错。

code-empty = 还没有填验证码。验证码是短信里的 6 位数字。
code-letters = 验证码只有 6 位数字。看一看短信，再填一遍。
code-wrong-length = 验证码要有 6 位，现在是 { $got } 位。

pin-empty = 还没有填密码。
pin-letters = 密码里只有数字。
pin-wrong-length = 密码是 4 到 6 位数字，现在是 { $got } 位。
pin-too-simple = 这个密码太好猜了。换一个不连着、不重复的。
pin-on-the-card = 这几个数字在您的身份证上，别人猜得到。换一个。
