# 以前交过的材料再用一次，和系统里能查到的材料
earlier-title = 以前交过的，可以直接用
earlier-how = 看一看是不是这一份。点一下就用上，不用再拍。
earlier-with = 当时办的是「{ $item }」，编号 { $reference }
earlier-use = 用这份：{ $date }交的{ $material }
earlier-use-number = 用这份：{ $date }交的{ $material }（第 { $number } 份）
earlier-pdf = 打开看第 { $number } 份，PDF 文件
earlier-alt = 以前交过的{ $material }，第 { $number } 份
earlier-there = 以前交过，可以直接用
earlier-kept = 第 { $number } 份已经用上，是{ $date }交过的，{ $size }
earlier-swap = 第 { $number } 份换一张

shared-title = 也可以不拍照，由我们去查
shared-what = 查什么：您的「{ $material }」，系统里有没有。
shared-where = 去哪里查：{ $source }。
shared-why = 只为办这一件「{ $item }」，只查这一次。查到了，就不用上传。
shared-how-not = 不想查也行，照样拍照上传。
shared-label = 您同意查吗？
shared-agree = 我同意查这一次
shared-look = 查一查系统里有没有
shared-nothing-title = 系统里没有查到
shared-nothing = 没有查到这份材料，不影响您办事。拍照上传，或者带原件去村服务点，都可以。
shared-found-title = 系统里查到了，不用上传
shared-found = { $source }，{ $date }的数据。{ $when } 查的。
shared-drop = 不用查到的，自己上传
shared-state = 系统里查到了，不用上传
shared-source-police = 公安部门的户口和居住证登记
shared-source-hospitals = 医院传给医保的看病记录
shared-source-births = 卫生健康部门的出生登记
act-looked-up = 替您同意查了系统里的材料

desk-paper-earlier = 本人此前交过（{ $date }，编号 { $reference }）
desk-shared = 系统里查到
desk-shared-what = { $source }，{ $date }的数据。{ $when } 查的，查以前征得了同意。
