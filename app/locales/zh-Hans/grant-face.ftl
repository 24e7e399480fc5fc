# A face check beside the code. Shown only where the office has a service for it.
face-title = 刷脸，同意{ $name }帮我办
face-back = 回到这份请求
face-what = 用这部手机给自己的脸拍一张照片，和身份证上的比一比。是本人，就算同意。
face-kept = 照片比完就删，不留下来。
face-tries = 一天最多试两次。不想刷脸，下面还有别的办法。
face-picture = 给自己的脸拍一张
face-picture-hint = 脸对着亮的地方，摘下帽子和口罩。
face-send = 是我本人，同意{ $name }帮我办
face-ways = 不刷脸也能办
face-way-code = 用验证码：发到您登记的手机上
face-way-counter = 到窗口：带身份证或社保卡，当面说
face-way-home = 上门：打 { $phone }，约工作人员到家里来
face-use-code = 回去用验证码，或者不同意{ $name }
face-no-tries = 今天刷脸的次数用完了。用验证码、到窗口、请人上门，都一样能办。
face-error-none = 还没有拍照片。拍一张，再点同意。
face-error-not-same = 没有认出是您本人，还没有同意。可以用验证码，或者到窗口、约上门。
face-error-unavailable = 刷脸现在用不了，还没有同意。可以用验证码，或者到窗口、约上门。
