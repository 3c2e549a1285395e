package org.tamga.central.page;

import java.util.Locale;
import org.tamga.election.text.Language;
import org.tamga.election.text.LocalizedText;

/** The words of the public page. */
enum PageText {
    TURNOUT("Катышуу", "Келу", "Явка", "Turnout"),
    RESULTS("Натыйжалар", "Нәтижелер", "Результаты", "Results"),
    STATION("Участка", "Учаске", "Участок", "Station"),
    REGISTERED("Тизмеде", "Тізімде", "В списке", "Registered"),
    IDENTIFIED("Келгени", "Келгені", "Пришли", "Voted"),
    SHARE("Үлүшү", "Үлесі", "Доля", "Share"),
    PAPER("Кагаз", "Қағаз", "Бумага", "Paper"),
    ONLINE("Электрондук", "Электрондық", "Электронно", "Electronic"),
    MOBILE("Имараттан тышкары", "Ғимараттан тыс", "Вне помещения", "Outside"),
    UPDATED("Жаңыланды", "Жаңартылды", "Обновлено", "Updated"),
    ALL("Баары", "Барлығы", "Всего", "Total"),
    VOTES("Добуш", "Дауыс", "Голоса", "Votes"),
    NO_DATA("маалымат келе элек", "дерек әлі келмеді", "данных пока нет", "nothing received yet"),
    PROTOCOLS(
            "Протоколдор келген участкалар",
            "Хаттамалары келген учаскелер",
            "Участки, приславшие протокол",
            "Stations with a protocol"),
    ONLINE_PENDING(
            "Электрондук добуштар саналып бүтө элек.",
            "Электрондық дауыстар әлі саналған жоқ.",
            "Электронные голоса ещё не подсчитаны.",
            "Electronic votes are not counted yet."),
    ONLINE_DONE(
            "Электрондук добуштар кошулду.",
            "Электрондық дауыстар қосылды.",
            "Электронные голоса включены.",
            "Electronic votes are included."),
    SHARE_OF_VOTES(
            "Үлүш — берилген добуштардан; бир бюллетенде бир нече добуш болушу мүмкүн.",
            "Үлес — берілген дауыстардан; бір бюллетеньде бірнеше дауыс болуы мүмкін.",
            "Доля — от поданных голосов; в одном бюллетене может быть несколько голосов.",
            "Share of the votes cast; one ballot may carry several votes."),
    UNOFFICIAL(
            "Алдын ала маалымат: расмий натыйжаны комиссия жарыялайт.",
            "Алдын ала дерек: ресми нәтижені комиссия жариялайды.",
            "Предварительные данные: официальный итог объявляет комиссия.",
            "Preliminary figures: the commission declares the official result."),
    SAMPLE(
            "Бул үлгү шайлоо. Талапкерлер ойдон чыгарылган.",
            "Бұл үлгі сайлау. Кандидаттар ойдан шығарылған.",
            "Это учебные выборы. Кандидаты вымышлены.",
            "This is a sample election. The candidates are invented."),
    CODES(
            "Кутуга түшкөн бюллетендердин ырастоо коддору",
            "Жәшікке түскен бюллетеньдердің растау кодтары",
            "Коды подтверждения бюллетеней, которые лежат в урне",
            "Confirmation codes of the ballots in the box"),
    DATA("Маалыматтар", "Деректер", "Данные", "Data");

    private final LocalizedText text;

    PageText(String ky, String kk, String ru, String en) {
        this.text = new LocalizedText(ky, kk, ru, en);
    }

    String in(Language language) {
        return text.in(language);
    }

    /** Name of a language in itself. */
    static String name(Language language) {
        return switch (language) {
            case KY -> "Кыргызча";
            case KK -> "Қазақша";
            case RU -> "Русский";
            case EN -> "English";
        };
    }

    /** Grouping of numbers: thin no-break spaces, a comma before decimals but in English. */
    static String number(long value, Language language) {
        String grouped = String.format(Locale.ROOT, "%,d", value);
        return language == Language.EN ? grouped : grouped.replace(',', '\u202f');
    }

    /** Hundredths of a percent as text. */
    static String percent(long hundredths, Language language) {
        String text = String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
        return language == Language.EN ? text + "%" : text.replace('.', ',') + "\u202f%";
    }
}
