"""What everyday English words become in other languages: enough to see that two texts are about the same thing.

Not a dictionary, only stems. The English stem lacks its ending (``chang`` for change, changed, changing); of a
translation there stands how it begins, without accents, or a part of it where words have no spaces between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

__all__ = ["EMPTY_WORDS", "everyday_words", "translations"]

EMPTY_WORDS = frozenset(
    "the a an and of in is are be to for on by as it this that these those we they them its at was were been or you "
    "your s".split()
)
"""English words that tell texts apart least: nearly every sentence has one."""

_LONGEST_ENDING = 3

_WORDS = {
    "es": """
        abl=pued,pod about=acerca,sobre,informacion acce=acced,acces account=cuenta activ=activ
        add=agreg,anad,suma,incorpor additional=adicional address=direcc after=despu,tras agre=acuerdo,contrat,acept
        all=tod allow=permit already=ya also=tambien,ademas amount=cantidad,importe any=cualquier,algun,ningun
        appl=aplic,solicit associat=asoci availab=disponib base=bas becaus=porque,debido before=antes,anterior
        below=continuacion,abajo,debajo,siguient benefit=ventaj,benefici between=entre bill=factur both=ambo,tanto
        build=compil,cre,build business=empres,negoci,comerci but=pero,sino buy=compr,adquir call=llam can=pued,pod
        cancel=cancel cannot=no chang=cambi,modific charg=cargo,cobr check=comprob,verific,revis,consult
        choos=elij,elegir,seleccion,escog clear=borr,clar,desactiv close=cerr,cierr company=empres,compan
        complet=complet,finaliz connect=conect,conexion contact=contact,comuniq contain=contien,conten,incluy
        content=contenido cost=cost country=pais creat=cre current=actual custom=personaliz customer=client
        dat=fecha,dato day=dia default=predeterm,defecto delet=elimin,borr depend=depend deploy=implement,despleg
        detail=detall develop=desarroll differen=diferen,distint disabl=deshabilit,desactiv
        display=mostr,muestr,visualiz,pantalla document=document does=no download=descarg each=cada either=cualquiera
        enabl=habilit,activ,permit end=fin,termin ensur=asegur,garantiz enter=escrib,introdu,especif error=error
        exampl=ejempl exist=exist experienc=experienc featur=caracter,funcion field=campo file=archivo,fichero
        find=encontr,encuentr,busc,localiz first=primer folder=carpeta follow=sigu,seguir,continuacion
        free=gratis,gratuit,libr get=obten,obtien,consig go=vaya,ir,acced,dirij group=grupo has=tien,ha
        have=tien,ten,ha help=ayud here=aqui how=como howev=embargo if=si import=import includ=inclu
        information=informacion install=instal instead=lugar invoice=factur issue=problem,incidenc,emit
        item=element,articul key=clave,tecla know=sab,conoc languag=idioma,lenguaje larg=gran,larg last=ultim
        later=posterior,tarde latest=ultim,recient learn=aprend,inform,obten left=izquierd level=nivel licens=licenc
        line=linea link=vinculo,enlace list=list,enumer locat=ubic,encuentr mak=realiz,hac,hag manag=administr,gestion
        menu=menu messag=mensaj month=mes,mensual more=mas move=mov,traslad must=deb name=nombre,llam
        navigat=vaya,naveg,acced need=necesi,deb never=nunca new=nuev next=siguient,proxim,continuacion
        no=no,ningun,sin not=no,sin note=nota,ten now=ahora,ya number=numero,cantidad object=objet occur=produc,ocurr
        once=vez,cuando one=un only=solo,unic open=abr,abiert option=opcion or=o order=pedido,orden other=otr,demas
        own=propi page=pagin password=contrasen path=ruta,trayect payment=pago period=period plan=plan
        press=presion,puls previous=anterior,previ pric=preci problem=problem process=proces
        provid=proporcion,ofrec,suministr,facilit purchas=compr,adqui question=pregunt read=lee,lectur,lea
        receiv=recib region=region related=relacionad releas=version,publica,lanz remov=quit,elimin
        report=inform,report request=solicit,petic requir=requi,necesari,necesit,oblig restor=restaur result=resultad
        return=devuel,devol,volver,retorn review=revis right=derech,correct role=rol run=ejec same=mism,igual
        sav=guard,ahorr search=busc,busqued section=seccion,apartad secur=segur see=consult,vea,ver
        select=seleccion,elij sell=vend,vent send=envi service=servici set=establ,configur,conjunt
        setting=configur,ajust,parametr share=compart,recurso should=deb show=muestr,mostr sign=inici,sign,firm
        since=desde size=tamano some=algun,un sourc=origen,fuente,codigo specif=especif,concret
        start=inici,comenz,empez,comienz stat=estad,indic step=paso still=aun,todavia,sigu stop=deten,par
        submit=envi,present subscri=suscri success=correct,exit support=soport,admit,compat,asist,apoy tabl=tabla
        take=tom,tard,llev,hac target=destin,objetiv tax=impuest,fiscal team=equip test=prueb,prob,test text=texto
        than=que,de their=su then=continuacion,luego,despues,entonces there=hay,exist,alli time=hora,tiempo,moment,vez
        tool=herramient turn=activ,desactiv two=dos type=tipo,escrib under=en,bajo,debajo,segun until=hasta
        updat=actualiz usag=uso,utiliz,consum us=us,utiliz,emple user=usuari valid=valid value=valor
        verif=compr,verific version=version via=mediante,través,traves view=vista,ver,vea,consult,visualiz wait=esper
        want=quier,dese way=forma,maner,modo week=seman what=que,cual when=cuando,al,cuándo where=donde whether=si
        which=que,cual while=mientras,aunque who=quien,que why=motivo window=ventana,windows with=con within=dentro,en
        without=sin work=trabaj,funcion writ=escrib,escrit year=ano,anual yes=si you=usted your=su
    """,
    "de": """
        abl=konn,kann,mogl about=uber,zu,info acce=zugr,zugang account=konto,konten,kunde activ=aktiv
        add=hinzu,fug,erganz additional=zusatz,weiter address=adress after=nach,sobald agre=vertrag,verein,zustimm
        all=all,samtlich allow=zul,erlaub,ermog,konn already=bereits,schon also=auch,ebenfalls,ausserdem,zudem
        amount=betrag,menge any=beliebig,jede,alle,etwaig,kein appl=anwend,gilt,gelt,bewerb
        associat=zugeordn,verbund,verknup availab=verfug base=basi becaus=weil,da,denn before=vor,bevor
        below=unten,unter,folgend benefit=vorteil between=zwischen bill=abrech,rechnung both=beide,sowohl
        build=build,erstell,kompil business=unternehm,gesch but=aber,sondern,jedoch buy=kauf,erwerb
        call=aufruf,anruf,rufen can=konn,kann cancel=kundig,stornier,abbrech cannot=nicht,kein chang=ander
        charg=gebuhr,belast,kosten check=pruf,uberpruf,kontroll choos=wahl,auswahl clear=losch,deutlich,leer
        close=schliess,nah company=unternehm,firm complet=abschlie,vollst,abgeschl,ausfull connect=verbind,verbund
        contact=kontakt,wend contain=enth,beinhalt,container content=inhalt cost=kosten country=land
        creat=erstell,erzeug,anleg current=aktuell,derzeit,gegenw custom=benutzerdef,anpass customer=kunde,kundin
        dat=datum,daten day=tag default=standard delet=losch,entfern depend=abh deploy=bereit
        detail=detail,einzelheit,weitere develop=entwick differen=unterschied,ander,verschied disabl=deaktivier
        display=anzeig,angezeigt document=dokument does=nicht,kein download=herunterlad,download each=jede,pro
        either=entweder enabl=aktivier,ermog end=end ensur=sicher,gewahr,vergewiss enter=geben,eingeb,eingabe
        error=fehler exampl=beispiel exist=vorhand,bestehend,existier experienc=erfahrung featur=feature,funktion
        field=feld file=datei find=such,find first=erst,zunachst folder=ordner follow=folg,befolg free=kostenlos,frei
        get=abruf,erhalt,bekomm,hol,erst go=wechsel,gehen,navigier,ruf group=grupp has=hat,haben,verf
        have=hab,hat,verf help=hilf,helf,unterst here=hier how=wie,anleit,verfahr howev=jedoch,allerdings,aber
        if=wenn,falls,ob import=import,wichtig includ=einschl,enth,umfass,einbez,beinhalt information=info
        install=install instead=anstelle,statt invoice=rechnung issue=problem,ausgab,ausgest item=element
        key=schlussel,taste know=wissen,kennen,bekannt languag=sprach larg=gross last=letzt later=spater,hoher
        latest=neuest,aktuell learn=erfahr,lern,informier left=link level=ebene,stufe,niveau licens=lizenz
        line=zeile,lini link=link,verkn list=list,aufgef locat=speicherort,standort,ort,befind
        mak=mach,stell,nehm,vornehm manag=verwalt,manage menu=menu messag=meldung,nachricht month=monat
        more=weiter,mehr move=verschieb,verleg,umzieh must=muss name=name navigat=navig,wechsel
        need=benot,muss,brauch,erforder never=nie new=neu next=nachst,weiter,danach no=nein,kein,nicht
        not=nicht,kein,ohne,noch note=hinweis,beacht,anmerk now=jetzt,nun number=nummer,anzahl,zahl object=objekt
        occur=auftret,erfolg once=sobald,einmal,nachdem one=ein only=nur,ausschl open=offn,offen option=option or=oder
        order=reihenfolge,bestell,auftr other=ander,sonst own=eigen page=seite password=kennwort,passw path=pfad
        payment=zahlung period=zeitraum,frist plan=plan,tarif pleas=bitte press=druck
        previous=vorherig,zuvor,vorig,fruher pric=preis problem=problem process=prozess,vorgang,verarb,verfahr
        provid=bereitst,anbiet,bieten,liefer,angeb,bereitge purchas=kauf,erwerb,erworb question=frage read=les
        receiv=erhalt,empfang region=region related=verwandt,zusammenh,bezog releas=release,version,verof,freig
        remov=entfern,losch report=bericht,meld request=anforder,anfrag,beantrag
        requir=erforder,benot,anforder,vorausset restor=wiederherst result=ergebnis,resultat
        return=ruckgab,zuruck,gibt review=uberpruf,pruf,bewert right=recht,richtig role=rolle run=ausfuhr,ausgef,lauf
        same=gleich,selb sav=speicher,spar search=such section=abschnitt,bereich secur=sicher
        see=siehe,finden,sehen,angezeigt,weitere select=wahl,auswahl sell=verkauf send=send,schick,gesend
        service=dienst,service set=einstell,satz,fest,gesetzt setting=einstell share=freig,teil,gemeinsam should=soll
        show=zeig,angezeigt,anzeig sign=anmeld,melden,regist,signi since=seit,da size=gross some=einig,manch,bestimmt
        sourc=quell specif=bestimm,angeb,spezif,angegeb start=start,beginn stat=status,zustand,bundes,angeb
        step=schritt still=weiterhin,noch,immer stop=stopp,beend,anhalt submit=ubermitt,einreich,send subscri=abonn
        success=erfolg support=unterst,support tabl=tabell take=nehm,dauer,ausfuhr,ergreif target=ziel tax=steuer
        team=team test=test,pruf text=text than=als their=ihr,deren then=dann,anschl,und there=es,gibt,vorhand,dort
        time=zeit,uhr,mal tool=tool,werkzeug,extras turn=schalt,aktivier,deaktivier two=zwei,beide
        type=typ,art,eingeb,geben under=unter until=bis updat=aktualis,update usag=nutz,verwend,verbrauch
        us=verwend,nutz,benutz user=benutz,nutzer,anwend valid=gult,uberpruf,valid value=wert
        verif=uberpruf,verif,bestat version=version via=uber,per view=ansicht,anzeig,anseh,blick wait=wart
        want=mocht,woll way=weis,weg,moglich,art week=woch what=was,welch when=wenn,wann,bei,als,sobald
        where=wo,dabei,wobei whether=ob which=die,der,das,welch while=wahrend who=wer,die,der why=warum,grund,weshalb
        window=fenster,windows with=mit within=innerhalb,in without=ohne work=arbeit,funktion writ=schreib,geschrieb
        year=jahr yes=ja you=sie your=ihr
    """,
    "ja": """
        abl=でき,可能 about=ついて,関する,概要 acce=アクセス account=アカウント activ=アクティブ,有効 add=追加
        additional=追加,その他 address=アドレス,住所 after=後 agre=契約,同意 all=すべて,全 allow=許可,でき,可能
        already=既に,すでに also=また,も amount=金額,量 any=任意,すべて,いずれ appl=適用,アプリ,申請 associat=関連
        availab=利用,使用,提供 base=ベース,基づ becaus=ため,ので before=前 below=以下,下 benefit=特典,利点,メリット
        between=間 bill=請求,課金 both=両方,どちら build=ビルド,構築 business=ビジネス,会社 but=ただし,が buy=購入
        call=呼び,電話 can=でき,可能 cancel=キャンセル,取り消 cannot=ません,できな chang=変更 charg=料金,課金,請求
        check=確認,チェック choos=選択 clear=クリア,消去 close=閉じ company=会社,企業 complet=完了,完全,入力
        connect=接続 contact=連絡,問い合わせ contain=含,格納 content=コンテンツ,内容 cost=コスト,費用 country=国
        creat=作成 current=現在 custom=カスタム customer=顧客,お客様,ユーザー dat=日付,日,データ day=日
        default=既定,デフォルト delet=削除 depend=依存,によって deploy=展開,デプロイ detail=詳細 develop=開発
        differen=異な,違い disabl=無効 display=表示 document=ドキュメント,文書 does=ません download=ダウンロード
        each=各,ごと either=いずれ,どちら,または enabl=有効,可能 end=終了,末 ensur=確認,確実 enter=入力 error=エラー
        exampl=例 exist=存在,既存 experienc=エクスペリエンス,経験,体験 featur=機能 field=フィールド file=ファイル
        find=検索,見つ,探 first=最初,初 folder=フォルダー follow=次,以下,従 free=無料,無償 get=取得,入手
        go=移動,アクセス group=グループ has=いる,ある,持 have=いる,ある,持 help=ヘルプ,支援,役立,サポート
        here=ここ,以下 how=方法,どの howev=ただし,しかし if=場合,とき,かどうか import=インポート,重要 includ=含,など
        information=情報,詳細 install=インストール instead=代わり invoice=請求書 issue=問題,発行 item=項目,アイテム
        key=キー know=知,把握 languag=言語 larg=大 last=最後,最終,前回 later=以降,後 latest=最新
        learn=学習,参照,詳細,確認 left=左 level=レベル licens=ライセンス line=行,ライン link=リンク list=一覧,リスト
        locat=場所,位置 mak=確認,作,行 manag=管理,マネージ menu=メニュー messag=メッセージ month=月
        more=詳細,以上,その他,多 move=移動 must=必要,なければ name=名 navigat=移動 need=必要 never=決して,しない
        new=新 next=次 no=いいえ,ません,ない not=ない,ません,ず,未 note=注,メモ,ノート now=今,現在,ようになり
        number=番号,数 object=オブジェクト occur=発生 once=後,すると,たら one=いずれ,1つ only=のみ,だけ open=開
        option=オプション or=または order=注文,順 other=他,別 own=独自,自分,所有 page=ページ password=パスワード
        path=パス payment=支払 period=期間 plan=計画,プラン pleas=ください press=押 previous=以前,前 pric=価格,料金
        problem=問題 process=プロセス,処理,手順 provid=提供,指定,プロバイダー purchas=購入 question=質問 read=読,参照
        receiv=受け取,受信 region=リージョン,地域 related=関連 releas=リリース remov=削除,取り外 report=レポート,報告
        request=要求,リクエスト,依頼 requir=必要,必須,要件 restor=復元,リストア result=結果 return=返,戻
        review=確認,レビュー right=右,権利,適切 role=ロール,役割 run=実行 same=同じ,同様 sav=保存 search=検索
        section=セクション secur=セキュリティ,安全 see=参照,確認,表示,ご覧 select=選択 sell=販売 send=送信
        service=サービス set=設定,セット setting=設定 share=共有 should=必要,べき,する show=示,表示
        sign=サインイン,署名,サインアップ since=以降,ため size=サイズ some=一部,いくつか sourc=ソース,元
        specif=特定,指定,固有 start=開始,起動 stat=状態,ステータス step=手順,ステップ still=まだ,引き続き,ままで
        stop=停止 submit=送信,提出 subscri=サブスクリプション success=成功,正常 support=サポート,対応 tabl=テーブル,表
        take=実行,取,かか target=ターゲット,対象 tax=税 team=チーム test=テスト text=テキスト than=より
        their=それ,その,自分 then=次,その後,選択 there=あり,存在 time=時間,時,時刻 tool=ツール
        turn=オン,オフ,有効,無効 two=2つ,二,2 type=種類,型,タイプ,入力 under=下,以下,未満 until=まで
        updat=更新,アップデート usag=使用 us=使用,利用,使 user=ユーザー valid=有効,検証 value=値,価値 verif=確認,検証
        version=バージョン via=経由,を使用,から,で view=表示,ビュー wait=待 want=場合,たい,必要 way=方法 week=週
        what=何,どの,もの when=とき,場合,いつ,際 where=場所,どこ whether=かどうか which=どの,この,その
        while=間,ながら,一方 who=ユーザー,人,誰 why=理由,なぜ window=ウィンドウ,Windows with=を使用,で,と,持 within=内
        without=なし,ず,なく,せずに work=作業,動作,機能,職場 writ=書 year=年 yes=はい
    """,
    "zh": """
        abl=能,可以 about=关于,有关 acce=访问 account=帐户,账户,帐号 activ=活动,激活,有效 add=添加,增加
        additional=其他,附加,额外 address=地址 after=之后,后 agre=协议,同意 all=所有,全部 allow=允许 already=已
        also=还,也 amount=金额,量 any=任何 appl=应用,申请,适用 associat=关联,相关 availab=可用,提供 base=基于,基础
        becaus=因为,由于 before=之前,前 below=下面,以下,下 benefit=权益,好处,优势 between=之间 bill=计费,帐单,账单
        both=两,都 build=生成,构建 business=业务,企业,商业 but=但 buy=购买 call=调用,呼叫,电话 can=可,能 cancel=取消
        cannot=无法,不能 chang=更改,变更,改 charg=费用,收费 check=检查,查看 choos=选择 clear=清除 close=关闭
        company=公司 complet=完成,完整 connect=连接 contact=联系 contain=包含 content=内容 cost=成本,费用 country=国家
        creat=创建 current=当前,目前 custom=自定义 customer=客户 dat=日期,数据 day=天,日 default=默认 delet=删除
        depend=依赖,取决 deploy=部署 detail=详细,详情 develop=开发 differen=不同,差异 disabl=禁用 display=显示
        document=文档 does=不 download=下载 each=每 either=任一,或 enabl=启用 end=结束,最终 ensur=确保 enter=输入
        error=错误 exampl=例,示例 exist=现有,存在 experienc=体验,经验 featur=功能 field=字段 file=文件 find=查找,找到
        first=第一,首先,首次 folder=文件夹 follow=以下,下列,按照 free=免费 get=获取,得到 go=转到,访问 group=组
        has=具有,有,已 have=有,具有,已 help=帮助 here=此处,这里 how=如何,怎样 howev=但是,然而,不过 if=如果,若
        import=导入,重要 includ=包括,包含 information=信息 install=安装 instead=而不是,改为,代替 invoice=发票
        issue=问题,颁发 item=项 key=密钥,键 know=知道,了解,已知 languag=语言 larg=大 last=最后,上次
        later=更高,稍后,以后 latest=最新 learn=了解,学习 left=左 level=级 licens=许可 line=行 link=链接 list=列表,列出
        locat=位置 mak=进行,做,确保 manag=管理 menu=菜单 messag=消息 month=月 more=更多,详细 move=移动 must=必须
        name=名 navigat=导航,转到 need=需要,需 never=从不,绝不 new=新 next=下一,后续,接下来 no=否,没有,无,不
        not=不,未,没,无 note=注意,注释,说明 now=现在,立即 number=编号,数 object=对象 occur=发生,出现 once=一旦,一次,后
        one=一 only=仅,只 open=打开,开放 option=选项,可选 or=或 order=订单,顺序 other=其他,其它 own=自己,拥有 page=页
        password=密码 path=路径 payment=付款,支付 period=期,期间 plan=计划 pleas=请 press=按 previous=以前,先前,上一
        pric=价格,定价 problem=问题 process=过程,进程,处理,流程 provid=提供 purchas=购买 question=问题 read=读取,阅读
        receiv=收到,接收 region=区域,地区 related=相关 releas=发布,版本 remov=删除,移除 report=报告,报表 request=请求
        requir=要求,必需,需要 restor=还原,恢复 result=结果 return=返回 review=查看,审阅,评审 right=右,权利,正确
        role=角色 run=运行 same=相同,同一 sav=保存 search=搜索 section=部分,节 secur=安全 see=请参阅,查看,看到,参阅
        select=选择,选定 sell=销售 send=发送 service=服务 set=设置 setting=设置 share=共享 should=应 show=显示
        sign=登录,签名,注册 since=自,因为,由于 size=大小 some=一些,某些,部分 sourc=源 specif=指定,特定 start=开始,启动
        stat=状态 step=步骤,步 still=仍 stop=停止 submit=提交 subscri=订阅 success=成功 support=支持 tabl=表
        take=采取,需要,获取,执行 target=目标 tax=税 team=团队 test=测试 text=文本 than=于,比 their=其,他们 then=然后
        there=有,那里 time=时间,次 tool=工具 turn=打开,关闭,启用 two=两,二 type=类型,键入 under=下,之下
        until=直到,之前 updat=更新 usag=使用,用法 us=使用,用 user=用户 valid=有效,验证 value=值,价值 verif=验证,核实
        version=版本 via=通过,经由 view=查看,视图 wait=等待 want=想,要,希望 way=方法,方式 week=周 what=什么,哪些
        when=当,时 where=位置,其中,在 whether=是否 which=哪,该,其 while=同时,虽然,而 who=谁,的 why=为什么,原因
        window=窗口,Windows with=与,使用,具有 within=内,中 without=无需,没有,不 work=工作 writ=写 year=年 yes=是
        you=你,您 your=你,您
    """,
    "ar": """
        abl=يمكن about=حول,عن acce=وصول account=حساب activ=نشط,تنشيط add=اضاف,إضاف,أضف additional=اضافي,إضافي
        address=عنوان after=بعد agre=اتفاق,موافق all=جميع,كل allow=سماح,يسمح already=بالفعل also=ايضا,أيضا
        amount=مبلغ,كمي any=أي appl=تطبيق associat=مرتبط availab=متاح,متوفر base=اساس,أساس becaus=لأن before=قبل
        below=أدناه,التالي benefit=مزايا,فوائد between=بين bill=فوتر,فاتور both=كلا build=بناء,إنشاء
        business=أعمال,نشاط but=لكن buy=شراء call=استدع,اتصال can=يمكن cancel=إلغاء cannot=لا chang=تغيير charg=رسوم
        check=تحقق choos=اختر,تحديد clear=مسح close=أغلق,إغلاق company=شرك complet=إكمال,اكتمل connect=اتصال
        contact=اتصل,جهة contain=يحتوي content=محتوى cost=تكلف country=بلد creat=إنشاء,أنشئ current=حالي custom=مخصص
        customer=عميل,عملاء dat=تاريخ,بيانات day=يوم,أيام default=افتراضي delet=حذف depend=تبع,يعتمد deploy=نشر
        detail=تفاصيل develop=تطوير,مطور differen=مختلف disabl=تعطيل display=عرض document=مستند,وثائق does=لا
        download=تنزيل each=كل either=إما enabl=تمكين end=نهاي,انته ensur=تأكد,ضمان enter=أدخل,إدخال error=خطأ,أخطاء
        exampl=مثال,سبيل exist=موجود experienc=تجرب featur=ميز field=حقل file=ملف find=عثور,بحث,ابحث first=أول
        folder=مجلد follow=التالي,اتبع free=مجان get=حصول go=انتقل group=مجموع has=لديه,يحتوي have=لديك
        help=مساعد,تعليمات here=هنا how=كيف howev=ومع if=إذا import=استيراد,هام includ=يشمل,تضمين,بما
        information=معلومات install=تثبيت instead=بدل invoice=فاتور issue=مشكل item=عنصر,عناصر key=مفتاح
        know=معروف,معرف languag=لغ larg=كبير last=آخر later=لاحق latest=أحدث learn=تعلم,تعرف left=يسار level=مستوى
        licens=ترخيص line=سطر,خط link=ارتباط,رابط list=قائم locat=موقع mak=إجراء,تأكد manag=إدار menu=قائم messag=رسال
        month=شهر more=مزيد,أكثر move=نقل must=يجب name=اسم navigat=انتقل,تنقل need=يحتاج,تحتاج never=أبد new=جديد
        next=التالي no=لا not=لا,ليس,غير,لم note=ملاحظ now=الآن number=رقم,عدد object=كائن occur=يحدث,حدث
        once=مجرد,مرة one=واحد only=فقط open=فتح,افتح option=خيار or=أو order=ترتيب,طلب other=أخرى,آخر own=خاص
        page=صفح password=مرور path=مسار payment=دفع period=فتر plan=خط pleas=يرجى press=اضغط previous=سابق
        pric=سعر,أسعار problem=مشكل process=عملي,معالج provid=توفير,يوفر,موفر purchas=شراء question=سؤال,أسئل
        read=قراء,اقرأ receiv=تلقي,استلام region=منطق related=صل releas=إصدار remov=إزال report=تقرير,تقارير
        request=طلب requir=مطلوب,يتطلب,متطلب restor=استعاد result=نتيج,نتائج return=إرجاع,يرجع review=مراجع
        right=يمين,حق role=دور,أدوار run=تشغيل same=نفس sav=حفظ search=بحث section=قسم secur=أمان,أمن
        see=راجع,انظر,رؤية select=حدد,تحديد sell=بيع send=إرسال service=خدم set=تعيين,إعداد setting=إعداد share=مشارك
        should=يجب,ينبغي show=يعرض,إظهار sign=تسجيل,توقيع since=منذ size=حجم some=بعض sourc=مصدر specif=محدد,تحديد
        start=بدء,ابدأ stat=حال step=خطو still=زال stop=إيقاف submit=إرسال,تقديم subscri=اشتراك success=نجاح
        support=دعم,معتمد tabl=جدول take=اتخاذ,استغراق target=هدف tax=ضريب team=فريق test=اختبار text=نص than=من
        their=هم then=ثم there=هناك time=وقت,زمن tool=أدا,أدوات turn=تشغيل two=اثنين,اثنان type=نوع,اكتب under=ضمن,تحت
        until=حتى updat=تحديث usag=استخدام us=استخدام,استخدم user=مستخدم valid=صالح,صحيح value=قيم verif=تحقق
        version=إصدار via=عبر view=عرض wait=انتظر want=تريد way=طريق week=أسبوع what=ما when=عند where=حيث,أين
        which=التي,الذي while=أثناء,بينما who=من why=لماذا window=نافذ,Windows with=مع,باستخدام within=خلال,داخل
        without=دون,بدون work=عمل writ=كتاب,اكتب year=سن,عام yes=نعم
    """,
}


@cache
def everyday_words(language: str) -> Mapping[str, tuple[str, ...]]:
    """English stems with what translations of them begin with or hold; empty for languages without a list.

    :param language: a primary subtag such as ``es``.
    """
    pairs = (entry.partition("=") for entry in _WORDS.get(language, "").split())
    return {stem: tuple(found.split(",")) for stem, _, found in pairs}


def translations(word: str, language: str) -> tuple[str, ...]:
    """What translations of an English word begin with or hold; nothing where it is not known.

    :param word: in lower case, with whatever ending it has.
    """
    known = everyday_words(language)
    for length in range(len(word), max(1, len(word) - _LONGEST_ENDING - 1), -1):
        if found := known.get(word[:length]):
            return found
    return ()
