# Why something cannot be done: what happened, what to do, whom to call.
# Two keys for each refusal: the sentence, and `…-next` with the way out.
# No 请, no 抱歉, no 非法, no 无效. $phone is filled in by the page.

refusal-sign-in-first = 办这件事，要先登录。
refusal-sign-in-first-next = 按下面的按钮登录。登录以后，会回到这一页。

refusal-not-yours = 这里没有您要找的页面。
refusal-not-yours-next = 可以回到首页，从「我的办件」里找。找不到，就打电话问。

refusal-identity-not-confirmed = 您的身份还没有核验，现在只能提出代办请求。
refusal-identity-not-confirmed-next = 带上您的身份证，到任何一个医保窗口核验。也可以先打电话问。

refusal-grant-not-active = 您的家人还没有同意，现在不能替她办。
refusal-grant-not-active-next = 让家人登录后看「谁在帮我办」，或者到窗口答复。

refusal-grant-not-yet = 您的家人刚刚同意，还要等一天才能开始。
refusal-grant-not-yet-next = 这一天是留给家人想一想的。急着办，陪家人带身份证去一趟窗口，当场就能开始。

refusal-grant-disputed = 您的家人说没有同意过，这一步没有办成。
refusal-grant-disputed-next = 和家人一起去窗口，或者打电话问清楚。

refusal-grant-spent = 家人同意您办一次，已经办过了。
refusal-grant-spent-next = 还要再办，就重新提出请求，由家人再答复。

refusal-elder-not-seen-yet = 家人是在手机上同意的。窗口当面见过家人以前，这一步还不能替她办。
refusal-elder-not-seen-yet-next = 现在可以替家人填申请、补材料。想看进度和消息，让家人带身份证去一趟窗口。

refusal-not-insured-here = 参保地已经不在这里，这里不能再提新的申请。
refusal-not-insured-here-next = 打电话问新的参保地怎么办。已经提交的，这里会办完。

refusal-merge-other-way = 要留下的那份不在本地参保，或者登记了去世，没有合并。
refusal-merge-other-way-next = 打开另一份记录，从那里合并。

refusal-no-place-left = 能帮忙的家人已经满了，这一次没有办成。
refusal-no-place-left-next = 由长辈本人在「谁在帮我办」里先结束一位，再来同意。

refusal-helper-is-full = 这位家人帮的人已经满了，这一次没有办成。
refusal-helper-is-full-next = 让对方先在「帮家人办」里结束一位，您再来同意。

refusal-helper-is-full-this-month = 这位家人这个月新帮的人已经满了，这一次没有办成。
refusal-helper-is-full-this-month-next = 等到下个月，您再来同意。急用的话，到窗口当面办。

refusal-grant-paused = 您的家人暂停了代办，这一步没有办成。
refusal-grant-paused-next = 已经存好的内容都还在。和家人通个电话，她点「恢复」以后就能接着办。

refusal-grant-ended = 您的家人已经结束了代办，这一步没有办成。
refusal-grant-ended-next = 先和家人通个电话。还要帮忙，就重新提出请求，由家人再答复。

refusal-grant-expired = 代办的期限已经到了，这一步没有办成。
refusal-grant-expired-next = 还要帮忙，就重新提出请求，由家人再答复。

refusal-out-of-scope = 家人同意的事情里，没有这一项。
refusal-out-of-scope-next = 和家人商量。需要的话，重新提出请求，勾上这一项。

refusal-out-of-items = 家人同意您办的事项里，没有这一项。
refusal-out-of-items-next = 和家人商量。想多办一项，就重新提出请求，勾上这一项，由家人再答复。

refusal-only-herself = 这件事只能由本人办，谁也不能代替。
refusal-only-herself-next = 先回到您自己的页面。换手机号、改银行卡这些事，要本人带身份证到窗口办。
refusal-only-at-home = 这件事要由本人的参保地办，别处的窗口办不了。
refusal-only-at-home-next = 本人的参保地能办，手机上也能办。参保登记、异地备案、慢特病、报销，这里可以代收申请。

refusal-own-helper = 您填的是自己的号码。办自己的事，不用提出请求。
refusal-own-helper-next = 直接在首页选要办的事就行。帮家人办，就填家人的姓名和号码。

refusal-phone-cannot-consent = 登记的手机号不只是您一个人在用，不能用来答复。
refusal-phone-cannot-consent-next = 带上身份证，到村里或者乡镇的窗口，当面答复。

refusal-asked-too-often = 今天提出的次数已经满了。
refusal-asked-too-often-next = 明天再来，或者让家人到窗口直接办理。

refusal-too-many-codes = 短时间里已经发了好几条验证码。
refusal-too-many-codes-next = 等 15 分钟再要新的。一直收不到，就打电话问。

refusal-too-many-tries = 输错的次数太多了，这个验证码不能再用。
refusal-too-many-tries-next = 等 15 分钟，再要一个新的。也可以带身份证到窗口办。

refusal-person-not-alive = 登记的信息显示，这个人已经去世，网上不能再办。
refusal-person-not-alive-next = 登记错了，当天就能在窗口改过来。先打电话，或者带身份证到窗口。

refusal-not-in-this-state = 这件事已经有了新的进展，刚才这一步没有办成。
refusal-not-in-this-state-next = 回去看看现在到了哪一步。别人可能刚刚办过。

refusal-already-submitted = 这件事已经提交，没有再提交一次。
refusal-already-submitted-next = 到「我的办件」里看编号和进度。

refusal-undo-over = 可以撤回的 10 分钟已经过了。
refusal-undo-over-next = 现在还要改，就打电话告诉窗口。没有决定以前，也可以申请撤销。

refusal-answers-missing = 还有问题没有填完，现在不能提交。
refusal-answers-missing-next = 回到检查页，把标出来的几处填好。

refusal-consent-missing = 还没有勾选「我同意查这一次」，没有去查。
refusal-consent-missing-next = 同意就先勾选，再查。不想查，就拍照上传，或者到窗口办。

refusal-papers-missing = 还缺必须有的材料，现在不能提交。
refusal-papers-missing-next = 补上照片再提交。不会拍照，就带着材料到窗口办。

refusal-commitment-not-signed = 承诺书还没有确认，现在不能提交。
refusal-commitment-not-signed-next = 回到承诺书那一页，读完以后打上勾。

refusal-too-many-papers = 材料放不下了。一件事最多 20 份，一共 60 MB。
refusal-too-many-papers-next = 删掉不用的再加。都要用的话，带到窗口交。

refusal-filing-locked = 这个备案是按承诺办的，还没到可以改的日子。
refusal-filing-locked-next = 确实要改，就带上证明材料到窗口办，也可以先打电话问。

refusal-held-by-colleague = 同事正在看这个办件。
refusal-held-by-colleague-next = 先办下一件。同事放下以后，它会回到队列里。

refusal-not-held = 这个办件不在您手上，刚才这一步没有记下。
refusal-not-held-next = 重新打开它，再办一次。

refusal-other-area = 这里没有您要找的页面。
refusal-other-area-next = 回到工作台，从自己的队列里打开。

refusal-other-tier = 这一步不归您这一级办。
refusal-other-tier-next = 回到工作台，办自己这一级的办件。

refusal-own-matter = 这是您自己的事，要由别的同事办。
refusal-own-matter-next = 告诉主管，由主管转给别人。

refusal-own-family = 这是您家人的事，要由别的同事办。
refusal-own-family-next = 告诉主管，由主管转给别人。

refusal-did-earlier-step = 前面有一步是您办的，这一步要换一个人。
refusal-did-earlier-step-next = 告诉主管，由主管转给别人。

refusal-second-return = 这个办件已经退回过一次，不能为同样的原因再退。
refusal-second-return-next = 新发现的问题才能再退。主管写明理由，可以再退一次。

refusal-colleague-not-chosen = 还没有选同事。
refusal-colleague-not-chosen-next = 选一位今天在岗的同事。

refusal-note-needs-words = 备注还是空的。
refusal-note-needs-words-next = 写几个字再保存。

refusal-return-needs-content = 退回要写明缺什么。
refusal-return-needs-content-next = 把缺的都写上，一次说清，再退回。

refusal-reason-needed = 还没有写原因，这一步没有办成。
refusal-reason-needed-next = 写上原因，再办一次。

refusal-main-paper-missing = 主要材料不能以后再补。
refusal-main-paper-missing-next = 只有次要材料可以先欠着。主要材料要现在就有。

refusal-deferral-too-late = 补交的日子定得太晚了。
refusal-deferral-too-late-next = 换一个早一点的日子，再存一次。

refusal-applicant-must-agree = 改申请人填的内容，要先问过本人。
refusal-applicant-must-agree-next = 打电话或者当面问过，记下怎么同意的，再改。

refusal-certificate-not-seen = 还没有勾看过死亡证明。
refusal-certificate-not-seen-next = 看过原件再勾，再点一次。

refusal-card-not-checked = 还没有核对身份证，这一步没有办成。
refusal-card-not-checked-next = 看过身份证或者社保卡，打上勾，再办一次。

refusal-supervisor-only = 这一步只有主管能办。
refusal-supervisor-only-next = 告诉主管，由主管来办。

refusal-second-supervisor = 这一步要两位主管，您已经是其中一位，或者正是当事人。
refusal-second-supervisor-next = 由另一位主管来办。

refusal-too-many-voice-messages = 您留的话窗口还没有听完，暂时不能再留。
refusal-too-many-voice-messages-next = 打电话或者到窗口，当面说最快。

refusal-slip-used-up = 这张登录纸条已经用过，或者已经过期。
refusal-slip-used-up-next = 带身份证到窗口，当场换一张新的，不收钱。

refusal-pin-too-simple = 这个密码太好猜了，比如 1234 或者生日。
refusal-pin-too-simple-next = 换 4 位自己记得住、别人猜不到的数字。

refusal-sum-needed = 还没有写报销的金额。
refusal-sum-needed-next = 回到这件办件，写好金额再同意。
refusal-number-of-another = 这个身份证号码在另一份档案里。
refusal-number-of-another-next = 先找主管核对，把两份档案合成一份。
refusal-form-of-another-person = 这一页打开以后，办事的人换过了。为了不弄错，刚才的内容没有提交。
refusal-form-of-another-person-next = 看清楚页面上方写的是帮谁办，再重新打开这一页。

refusal-face-not-checked = 还没有核对本人和照片，这一步没有办成。
refusal-face-not-checked-next = 看看照片，再看看人。是同一个人，打上勾，再办一次。

refusal-not-for-assistants = 这件事帮办人员不能办。
refusal-not-for-assistants-next = 由本人登录办，或者本人到医保窗口办。

refusal-assistant-stopped = 主管在核对您办过的一件事，现在不能再帮办。
refusal-assistant-stopped-next = 先联系主管。核对清楚以后，就能接着帮办。

refusal-nobody-beside = 现在没有人在您身边，这一步没有办成。
refusal-nobody-beside-next = 本人到了，看着身份证，从头开始。

refusal-beside-too-long = 核对本人已经过了很久，这一步没有办成。
refusal-beside-too-long-next = 填好的都还在。结束这一次，再看一遍证件和本人。

refusal-too-many-misses = 这一刻钟里，查不到的号码太多了。
refusal-too-many-misses-next = 等 15 分钟，看着身份证再输入。查不到的人，到窗口办。

refusal-numbers-not-compared = 两位数字还没有和本人对过，这一步没有办成。
refusal-numbers-not-compared-next = 和本人一起看两边的数字。一样，打上勾，再接着办。

refusal-helper-not-assistant = 您是这个人的家人代办，不能再用帮办的身份办。
refusal-helper-not-assistant-next = 用自己的手机登录，在「帮家人办」里办。

refusal-relation-not-allowed = 按本地规定，这件事要更近的亲属才能代办。
refusal-relation-not-allowed-next = 由本人办，或者由配偶、父母、子女提出代办。拿不准，打电话问。

refusal-letter-missing = 按本地规定，这里要有签好的授权委托书。
refusal-letter-missing-next = 到窗口打印委托书，两边签字、按手印。当场拍照存好，再接着办。

refusal-agent-too-young = 按本地规定，代办的人年纪还不够。
refusal-agent-too-young-next = 由年满十八岁的家人代办，或者本人到窗口办。

refusal-reserved-to-herself = 按本地规定，这件事只能由本人办。
refusal-reserved-to-herself-next = 本人登录办，或者带身份证到窗口。走不动，打电话问怎么办。

refusal-item-not-for-assistants = 按本地规定，这件事帮办人员不能代办。
refusal-item-not-for-assistants-next = 由本人或者家人办，也可以陪本人到医保窗口。

refusal-proof-missing = 还缺证明监护关系的材料，这一步没有办成。
refusal-proof-missing-next = 带上法院判决书或者监护证明，还有监护人的身份证。

refusal-county-decides = 监护人代办由县里定，这一步没有办成。
refusal-county-decides-next = 到窗口说，或者打电话，由县里的窗口重新核对。

refusal-rating-over = 这个评价现在不能改了，先前说的都留着。
refusal-rating-over-next = 还有话说，打电话告诉我们。

refusal-rated-already = 这一步已经有人评过了，没有再记一次。
refusal-rated-already-next = 打开这个办件看一看。要改，由说的那个人改，或者本人改。

refusal-rated-desk = 评的是您自己窗口的事，这里没有记。
refusal-rated-desk-next = 由别的窗口来记，或者由主管来记。

refusal-call-first = 还没有问过本人，没有送出。
refusal-call-first-next = 先打电话问本人，记下怎么说，再整改。

refusal-away-days = 外出的日子不对。从今天起算，先写开始，再写结束，最长一年。
refusal-away-days-next = 改好日子，再登记一次。

refusal-stand-in-not = 代办的人要在同一个窗口，那几天也不外出。
refusal-stand-in-not-next = 换一位同事。没有人代办，就选最后一行。

refusal-stands-in = 那几天您答应了代同事办理。
refusal-stands-in-next = 先跟那位同事说好换人，再登记外出。

refusal-board-not-yet = 这件要等评审会，会还没有开。
refusal-board-not-yet-next = 到了评审会那天再决定。材料不齐，可以先退回补。
