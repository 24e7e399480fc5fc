# The list of those whom one helps: pictures, many people, what could not be sent.
family-find-label = 找一位家人
family-find-hint = 写完整的姓名，和身份证上一样
family-find = 找这位家人
family-find-empty = 还没有写姓名。写完整的姓名再找。
family-find-none = 没有找到叫「{ $name }」的家人。看看姓名有没有写全。
family-find-found = 叫「{ $name }」的家人
family-find-all = 看全部家人
family-none-now = 现在没有您能帮的家人。
family-over = 已结束
family-count = 一共 { $count } 位
family-picture = 给{ $name }换一张图
family-picture-done = 图已经换好。
family-unsent = 看替{ $name }填了没交的内容

portrait-told = 图：{ $what }
portrait-title = 给{ $name }选一张图
portrait-lede = 图只给您自己看，帮您认人。家人看不到，也不用上传照片。
portrait-which = 哪一张最像{ $name }？
portrait-save = 用这张图
portrait-error = 还没有选图。选一张再存。
portrait-old-woman-bun = 女长辈，盘着头发
portrait-old-woman-scarf = 女长辈，围着头巾
portrait-old-woman-glasses = 女长辈，戴眼镜
portrait-old-man-cap = 男长辈，戴帽子
portrait-old-man-beard = 男长辈，留胡子
portrait-old-man-glasses = 男长辈，戴眼镜
portrait-woman-long = 女士，长头发
portrait-woman-short = 女士，短头发
portrait-man-short = 男士，短头发
portrait-man-glasses = 男士，戴眼镜
portrait-girl = 女孩，扎辫子
portrait-boy = 男孩，短头发

stopped-paused = { $name }暂停了代办，先停一下
stopped-ended = { $name }结束了代办，先停一下
stopped-ended-clerk = 窗口按{ $name }的意思，结束了代办
stopped-ended-self = 您自己结束了给{ $name }的代办
stopped-typed = 您刚才填的在这里
stopped-not-sent = 这些没有存进申请，也没有提交。
stopped-kept-paused = 替您留着 30 天，在「帮家人办」里能找到。家人点了「恢复」，再打开这一页，内容会自己出现。
stopped-kept = 替您留着 30 天，在「帮家人办」里能找到，可以照着抄。现在不能提交。
stopped-shown = 离开这一页就没有了，要用就先抄下来。

kept-title = 替{ $name }填了没交的内容
kept-lede = 这些是您填的，没有存进申请，也没有提交。
kept-none = 这里没有留着的内容。
kept-when = { $when }填的
kept-wait = 现在不能提交，可以照着抄。最多留 30 天。
kept-go-on = 现在又可以办了。打开那份没填完的申请，到这一页，内容会自己出现。最多留 30 天。
kept-back = 回到帮家人办

typed-date = { $year } 年 { $month } 月 { $day } 日
receipt-typed-by-helper = 家人代填的内容：{ $fields }。
