# 慢特病复审
item-chronic-recheck = 慢特病复审
item-chronic-recheck-submit = 提交复审申请

item-chronic-recheck-disease-title = 是哪一种病？
item-chronic-recheck-disease-label = 病的名字
item-chronic-recheck-disease-hint = 照上次认定的名字写。
item-chronic-recheck-seen-title = 最近在哪里看的？
item-chronic-recheck-hospital-label = 医院的名字
item-chronic-recheck-seen-on-label = 看病的日子

item-chronic-recheck-next = 复审通过了，待遇接着享受，不用再跑。

guide-chronic-recheck-what = 慢特病的认定快到期了，再核对一次，待遇接着享受。
guide-chronic-recheck-who = 认定过慢特病、快到期的人。
guide-chronic-recheck-cost = 不收钱。
guide-chronic-recheck-time = 由县里每月的评审会决定。
guide-chronic-recheck-step-1 = 写病的名字，最近在哪里看的。
guide-chronic-recheck-step-2 = 拍照交最近的病历。
guide-chronic-recheck-step-3 = 县里的评审会核对。
guide-chronic-recheck-step-4 = 核对好告诉您。
guide-chronic-recheck-result = 慢特病的待遇接着享受。

search-chronic-recheck = 慢特病复审
search-chronic-recheck-note = 认定快到期，再核对一次
