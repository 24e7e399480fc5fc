# 社保卡补办与挂失
item-card = 社保卡补办
item-card-submit = 提交补卡的申请

item-card-what-title = 社保卡怎么了？
item-card-what-label = 卡的情况
item-card-what-lost = 丢了
item-card-what-broken = 坏了，刷不出来
item-card-what-password = 忘了密码
item-card-what-password-hint = 只能本人到窗口
item-card-in-person-title = 密码只能本人到窗口改
item-card-in-person-why = 卡里有钱。要本人带身份证来，家里人和别人都不能替。走不动，打下面的电话请人上门。
item-card-stopped-title = 打过电话挂失没有？
item-card-stopped-label = 挂失（让丢了的卡用不了）
item-card-stopped-hint = 先挂失，别人就取不走卡里的钱。
item-card-stopped-yes = 打过了，已经挂失
item-card-stopped-no = 还没有
item-card-call-first-title = 先打电话挂失
item-card-call-first-why = 打发卡银行的电话，说「社保卡丢了，我要挂失」。不知道号码，打下面的电话，我们告诉您。挂失好了，再回来申请新卡。
item-card-fetch-title = 新卡怎么拿？
item-card-fetch-label = 拿卡的办法
item-card-fetch-desk = 自己到村里的服务点拿
item-card-fetch-home = 走不动，送到家里

item-card-next = 村里已经把补卡的申请交给发卡的窗口。卡到了告诉您，拿卡要本人在，带上身份证。没有卡的这几天，用身份证一样看病。
item-card-desk-do-finish = 已交给发卡窗口，打开下一件
item-card-desk-do-finish-stop = 已交给发卡窗口，回到列表

guide-card-what = 社保卡丢了、坏了，来这里补一张。
guide-card-who = 有社保卡的人。
guide-card-cost = 补卡要不要工本费，由发卡的银行定，村里会先告诉您。
guide-card-time = 村里当天交给发卡窗口，做卡的时间由发卡窗口告诉您。
guide-card-step-1 = 卡丢了，先打电话挂失。
guide-card-step-2 = 选怎么拿新卡，提交申请。
guide-card-step-3 = 村里把申请交给发卡的窗口。
guide-card-step-4 = 卡到了告诉您，本人带身份证拿。
guide-card-result = 一张新的社保卡。

search-card = 社保卡补办
search-card-note = 卡丢了、坏了
