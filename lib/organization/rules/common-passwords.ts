/** Passwords, and stems of passwords, that appear again and again in public leaks, in lower case; the commonest about a thousand; and the password of the
 * demonstration, which stands in the README. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
aini admin@huawei.com dragonball trustno trustno1
!@#$%^ !@#$%^& !@#$%^&* !@#$%^&*( !@#$%^&*() !q2w3e4r !qaz2wsx !qaz2wsx3edc !qaz@wsx 1!2@3#4$ 1!2@3#4$5% 123!@#abc 123!@#qwe 123123123a
1234567890a 1234567890q 123456789a 123456789q 123456789z 123456abc 123456abcd 123456asd 123456qwerty 12345qwert 1234qwer 1234qwerasdf
123abc456 123qwe123qwe 123qweasd 123qweasdzxc 1314520 13145201314 1314521 13145211314 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz!qaz 1qaz2wsx
1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qaz@wsx 1qaz@wsx3edc 1qazxsw2 1qazxsw23edc 5201314 520131400 5201314520 52013145201314 5201314520520
520520 5205201314 5211314 521131400 521521 7758258 7758521 77585217758521 a123456 a1234567 a12345678 a123456789 a1234567890 a1b2c3
a1b2c3d4 a1b2c3d4e5 a1b2c3d4e5f6 a@123456789 aa123456 aa12345678 aa123456789 aa@123456 aa@12345678 aaa123456 aaaaaa aaaaaaa aaaaaaaa
aaaaaaaaa aaaaaaaaaa abc123 abc123!@# abc12345 abc123456 abc1234567 abc123456789 abc@123456 abc@1234567 abc@12345678 abcd123!@# abcd1234
abcd12345 abcd123456 abcd@1234 abcde12345 abcdef123456 abracadabra access access123 account account1 account123 admin admin!@# admin#123
admin123 admin1234 admin12345 admin123456 admin888 admin888888 admin@123 admin@1234 admin@12345 admin@123456 adminadmin adminadmin123
administrator administrator1 adminpassword alexander alexandra alibaba alipay alipay123 amanda america america1 andrew android angel
angel123 angels anthony apple apple123 approver arsenal arsenal123 asd123 asd123!@# asd123456 asd123456789 asdf1234 asdf@1234
asdf@123456 asdfasdf asdfasdfasdf asdfgh asdfghj asdfghjk asdfghjkl asdfghjkl123 asdfjkl ashley assassin autumn autumn2024 autumn2025
autumn2026 babyboy babygirl babygirl1 backup backup123 baidu baidu123 banana banana123 baobao baobao520 baobei baobei520 barbara
barcelona barcelona1 baseball baseball1 baseball123 basketball basketball1 batman beautiful beautiful1 beckham beian123 beijing
beijing123 beijing2008 beijing2022 beijing@123 believe benjamin blackcat blessed blessed1 blink182 blueberry brother butterfly
butterfly1 canada captain caroline catherine changeit changeme changeme123 changeme1234 changenow charlie charlie1 cheese chelsea
chelsea123 chenchen chengdu chocolate chocolate1 chocolate123 chongqing christian christopher cisco cisco123 company123 company2024
company2025 company2026 compliance compliance1 compliance123 computer computer1 computer123 cookie cookie123 correcthorse
correcthorsebatterystaple corvette cowboys cowboys1 creator creator123 cristiano crystal daji8888 dajidali daniel darling database
database1 december december1 default defaultpassword demo123 demo1234 demo12345 demo123456 demodemo demonstration diamond diamond123
dianshi director docker123 dolphin dolphins dontforget doraemon douyin douyin123 douyin123456 douyin@123 dragon dragon123 dragon1234
duanju duanju123 dumbledore eagles elephant elizabeth employee employee1 england enteragain example example123 facai168 facai888
facebook facebook1 fafafa888 faith123 family family123 father february ferrari ferrari1 firewall flower flowers football football1
football123 forever forever1 forever21 forgotpassword fortnite freedom freedom1 freedom123 friday friday13 friends friends1 gandalf
ginger gladiator godisgood godislove godzilla golden goldfish gongxifacai google google123 gorgeous guangdian guangdian123 guangdianju
guangzhou guest guest123 guestguest handsome hangzhou hannah happy happy123 happybirthday happyday harley harleydavidson harrypotter
harrypotter1 heaven heaven123 hegui hegui123 heimingdan hellokitty hellokitty1 hobbit hockey hogwarts honda123 honey honey123 hongguo
hongguo123 horsebatterystaple huawei huawei123 huawei@123 huawei@1234 hunter hunter2 idontknow idontknow1 iforgot iforgot123 iloveu
iloveyou iloveyou1 iloveyou123 iloveyou2 iloveyou520 iloveyouforever internet internet1 internet123 iphone iphone123 ironman january
jennifer jessica jessica1 jesus jesus123 jesuschrist jesusislord jianguan jianguan123 jixiang jixiang888 jonathan jordan jordan23 joshua
jurassic juventus kawasaki killer killer123 kuaile kuaile123 kuaishou kuaishou123 lakers lakers24 laogong520 laopo520 lenovo lenovo123
letmein letmein123 letmeinnow letmeinplease letmepass liberty lihua123 lijing linux lisi123456 liuwei liuyang liuyang123 liverpool
liverpool1 liverpool123 liwei login login123 loginlogin london london123 lordoftherings love1314 love520 love5201314 lovelove lovely
lovely123 loveme loveyou loveyou520 manager manager1 manager123 manchester manchester1 manutd master master123 matrix matthew melissa
member member123 mercedes mercedes1 merrychristmas messi10 messi123 michael michael1 michelle mickey mickeymouse microdrama microdrama1
microsoft microsoft1 midnight mima123456 mima12345678 mimamima mimashi123 minecraft minecraft1 minecraft123 monday mongodb monitor
monitor123 monkey monkey123 moonlight mother mustang mustang1 mustang123 mypassword mypassword1 mysql mysql123 nanjing naruto naruto123
network network1 newpassword newyear2024 newyear2025 newyear2026 nibaba nicholas nicole nihao nihao123 nihao123456 nihaoma nihaonihao
ninja123 nintendo nopassword nopassword1 nothing november october office123 office2024 office365 onepiece onepiece123 opensesame
openup123 oracle oracle123 orange p@ssw0rd p@ssw0rd1 p@ssw0rd123 p@ssword p@ssword1 p@ssword123 pa$$w0rd pa$$word pa$$word1 passphrase
passport passw0rd passw0rd! passw0rd123 passw0rd1234 password password! password#123 password0 password00 password007 password01
password1 password1! password11 password111 password12 password123 password1234 password12345 password123456 password2023 password2024
password2025 password2026 password22 password321 password666 password69 password777 password888 password99 password999 password@123
passwordpassword patrick pepper phoenix phoenix1 pingan pingan888 platform platform1 platform123 playstation pleasechange pokemon
pokemon123 porsche porsche911 postgres postgres123 predator princess princess1 princess123 purple q123456789 q1w2e3r4 q1w2e3r4t5
q1w2e3r4t5y6 qaz123 qaz123456 qaz123wsx qazwsx qazwsxedc qazwsxedcrfv qq123456 qq123456789 qq1234567890 qqqqqq qwe!@#123 qwe123
qwe123!@# qwe123456 qwe123456789 qweasd123 qweasdzxc qweasdzxc123 qwer@1234 qwer@123456 qwert12345 qwerty qwerty123 qwerty1234
qwerty12345 qwerty123456 qwerty@123 qwertyqwerty qwertyu qwertyui qwertyuio qwertyuiop qwertyuiop123 rainbow rainbow123 ranger
realmadrid redis123 redsox regulator regulator1 remember rememberme reviewer reviewer123 richard robert roblox ronaldo ronaldo7 root
root123 root123456 root@123 root@123456 rootpassword rootroot ruyi8888 samantha sample sample123 samsung samsung123 samurai scorpion
secret secret123 secretpassword security security1 security123 server server123 service service123 session shadow shadow123 shanghai
shanghai123 shengri shengrikuaile shenhe123 shenzhen shortdrama signin123 silver sister smile smile123 snoopy soccer something spiderman
spring spring2024 spring2025 spring2026 staff123 stargate starlight starwars starwars1 starwars123 steelers steelers1 stephanie steven
strawberry subaru summer summer123 summer2024 summer2025 summer2026 sunday sunflower sunflower1 sunshine sunshine1 sunshine123 superman
superman123 support support1 support123 suzuki sweetheart sweetie system system123 system32 taobao taobao123 temp1234 temporary
temporary1 tencent tencent123 terminator test test123 test1234 test12345 test123456 test@123 test@1234 testpassword testtest testtest123
thepassword thomas tianjin tiantian tiantian123 tiger123 tigger titanic topsecret toyota trustno1 trustnoone twitter ubuntu user user123
user123456 user@123 username vanessa victoria voldemort w123456789 wangfang wangjing wangjun wangluo wangwei wangwei123 wangwu123456
wangyang wangyi wangyi163 wanshiruyi warrior warrior1 watermelon wechat wechat123 wechat@123 weibo weibo123 weiduanju weiduanju123
weixin weixin123 weixin123456 weixin@123 welcome welcome1 welcome123 welcome1234 welcome2024 welcome2025 welcome2026 welcome@123
welcome@1234 wenhua whatever whatever1 william windows windows10 windows11 winter winter123 winter2024 winter2025 winter2026 woaini
woaini123 woaini123456 woaini1314 woaini1314520 woaini1314521 woaini520 woaini5201314 woaini521 woaiwojia wodemima wodemima123
wonderwoman woshinibaba woshinidie woshishui woshishuia wsx123456 wuhan xboxlive xiaochengxu xiaohong xiaomi xiaomi123 xiaoming xiaoxiao
xiaoxiao123 xinnianhao yamaha yangyang yankees yankees1 yellow yellow123 yifanfengshun yilupingan yourpassword youtube youtube123
z123456789 zaq!2wsx zaq!xsw@ zaq12wsx zaq12wsxcde3 zaq1xsw2 zaq1zaq1 zhangjie zhangjun zhanglei zhangmin zhangsan zhangsan123 zhangwei
zhangwei123 zhimakaimen zhimakaimen123 zhongguo zhongguo123 zhongguoren zhonghua zongju123 zxc123 zxc123456 zxcvbn zxcvbn123456 zxcvbnm
zxcvbnm123 zxcvbnmasdfghjkl yeyan-2026-demo
`
    .trim()
    .split(/\s+/),
)
