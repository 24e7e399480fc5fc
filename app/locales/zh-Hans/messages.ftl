messages-title = 消息
messages-title-of = { $name }的消息
messages-lede = 窗口告诉您的事都在这里。
messages-none = 现在没有消息。
messages-new = 新消息
messages-no-links = 我们发的短信里没有网址，也不会问您要密码和验证码。
messages-cases = 看我的办件
messages-read-out = { $when }，{ $who }已念给本人听。
