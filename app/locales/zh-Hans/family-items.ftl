# For which services: chosen by the helper, read by the elder.
ask-items = 填申请、补材料，是为了办哪些事？
ask-items-hint = 上面选了「填申请并提交」或者「补交材料」，才要选这一项。
ask-items-all = 全部事项
ask-items-all-what = 现在能办的都算，以后新开的也算
ask-error-items = 还没有选办哪些事。至少选一样，或者选「全部事项」。
scope-items-all = { $what }（全部事项）
scope-items-some = { $what }（只限：{ $items }）

refused-items = { $name }现在同意您办的事项：{ $items }。
