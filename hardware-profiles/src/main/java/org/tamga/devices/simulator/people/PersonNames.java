package org.tamga.devices.simulator.people;

import java.util.List;

/** Draws names in the four traditions of the region's registers, consistent in sex. */
final class PersonNames {
    record Name(String family, String given, String patronymic) {}

    private static final List<String> KYRGYZ_MEN =
            words(
                    "Азамат Айбек Акжол Алмаз Асан Бакыт Бактияр Болот Бекзат Данияр Жаныбек Жолдош Каныбек Кубаныч"
                            + " Кылыч Манас Мирлан Нурбек Нурлан Өмүрбек Руслан Самат Сыймык Талант Темирлан Тилек Улан Чыңгыз"
                            + " Эмил Эрлан");
    private static final List<String> KYRGYZ_WOMEN =
            words(
                    "Айгерим Айгүл Айжан Айпери Асел Бермет Бегимай Гүлзат Гүлмира Гүлнара Жаңыл Жамиля Жибек Каныкей"
                            + " Кундуз Кызжибек Мээрим Назгүл Нургүл Нурзат Перизат Салтанат Сайкал Толгонай Ырыс Чолпон"
                            + " Эльмира Элнура");
    private static final List<String> KYRGYZ_FAMILIES =
            words(
                    "Абдыкадыров Акматов Алымбеков Асанов Бакиров Бейшеналиев Боронбаев Джумабаев Дуйшеев Жакыпов"
                            + " Жээнбаев Исаков Кадыров Калыков Касымов Кенжебаев Маматов Молдобаев Мусаев Ниязов Омуралиев"
                            + " Орозбаев Осмонов Сатыбалдиев Сыдыков Токтогулов Турдубаев Чокморов Шаршенов Эшимбаев");

    private static final List<String> KAZAKH_MEN =
            words(
                    "Абай Асқар Бауыржан Бекзат Берік Дәурен Ерлан Ержан Қайрат Марат Нұржан Нұрсұлтан Олжас Рүстем"
                            + " Самат Серік Талғат Тимур");
    private static final List<String> KAZAKH_WOMEN =
            words(
                    "Айгерім Айнұр Ақмарал Алия Әсел Баян Гүлмира Дана Динара Жанар Жұлдыз Қарлығаш Мәдина Меруерт"
                            + " Сәуле Шолпан");
    private static final List<String> KAZAKH_FAMILIES =
            words(
                    "Абдрахманов Ахметов Байжанов Досмағамбетов Ержанов Жұмабаев Искаков Қасымов Мұқанов Нұрпейісов"
                            + " Оспанов Сейтқалиев Смағұлов Тілеубаев");

    private static final List<String> RUSSIAN_MEN =
            words(
                    "Александр Алексей Андрей Виктор Владимир Дмитрий Евгений Иван Максим Михаил Николай Олег Павел"
                            + " Роман Сергей Юрий");
    private static final List<String> RUSSIAN_WOMEN =
            words(
                    "Александра Анна Валентина Вера Виктория Галина Дарья Екатерина Елена Ирина Людмила Марина Мария"
                            + " Наталья Ольга Светлана Татьяна");
    private static final List<String> RUSSIAN_FAMILIES =
            words(
                    "Алексеев Богданов Васильев Воробьёв Голубев Егоров Захаров Иванов Козлов Кузнецов Лебедев Морозов"
                            + " Николаев Павлов Петров Семёнов Соколов Степанов Фёдоров Яковлев");
    private static final List<String> RUSSIAN_FATHERS =
            words(
                    "Александрович Алексеевич Андреевич Викторович Владимирович Дмитриевич Евгеньевич Иванович"
                            + " Максимович Михайлович Николаевич Олегович Павлович Романович Сергеевич Юрьевич");

    private static final List<String> UZBEK_MEN =
            words(
                    "Абдулла Азиз Алишер Бахтиёр Баходир Жамшид Камол Мирзо Нодир Отабек Равшан Рустам Санжар Улуғбек"
                            + " Фаррух Шухрат");
    private static final List<String> UZBEK_WOMEN =
            words(
                    "Гулнора Дилбар Дилноза Зебо Зулфия Лола Малика Муаттар Нигора Нилуфар Озода Севара Феруза Шахло");
    private static final List<String> UZBEK_FAMILIES =
            words(
                    "Абдуллаев Азимов Алимов Исмоилов Каримов Мирзаев Назаров Раҳимов Саидов Турсунов Умаров Холматов"
                            + " Юлдашев Юсупов");

    private PersonNames() {}

    static Name draw(Dice dice, Sex sex) {
        double tradition = dice.unit();
        if (tradition < 0.68) {
            return kyrgyz(dice, sex);
        }
        if (tradition < 0.80) {
            return kazakh(dice, sex);
        }
        return tradition < 0.90 ? russian(dice, sex) : uzbek(dice, sex);
    }

    private static Name kyrgyz(Dice dice, Sex sex) {
        String father = dice.pick(KYRGYZ_MEN);
        String patronymic =
                dice.chance(0.6) ? slavic(father, sex) : father + choose(sex, " кызы", " уулу");
        return new Name(
                family(dice.pick(KYRGYZ_FAMILIES), sex),
                given(dice, sex, KYRGYZ_WOMEN, KYRGYZ_MEN),
                patronymic);
    }

    private static Name kazakh(Dice dice, Sex sex) {
        String patronymic = dice.pick(KAZAKH_MEN) + choose(sex, "қызы", "ұлы");
        return new Name(
                family(dice.pick(KAZAKH_FAMILIES), sex),
                given(dice, sex, KAZAKH_WOMEN, KAZAKH_MEN),
                patronymic);
    }

    private static Name russian(Dice dice, Sex sex) {
        String father = dice.pick(RUSSIAN_FATHERS);
        String patronymic = choose(sex, father.substring(0, father.length() - 2) + "на", father);
        return new Name(
                family(dice.pick(RUSSIAN_FAMILIES), sex),
                given(dice, sex, RUSSIAN_WOMEN, RUSSIAN_MEN),
                patronymic);
    }

    private static Name uzbek(Dice dice, Sex sex) {
        String patronymic = dice.pick(UZBEK_MEN) + choose(sex, " қизи", " ўғли");
        return new Name(
                family(dice.pick(UZBEK_FAMILIES), sex),
                given(dice, sex, UZBEK_WOMEN, UZBEK_MEN),
                patronymic);
    }

    /** All fathers' names it is given end in a hard consonant. */
    private static String slavic(String father, Sex sex) {
        return father + choose(sex, "овна", "ович");
    }

    /** All families' names end in -ов, -ев or -ёв. */
    private static String family(String masculine, Sex sex) {
        return choose(sex, masculine + "а", masculine);
    }

    private static String given(Dice dice, Sex sex, List<String> women, List<String> men) {
        return dice.pick(sex == Sex.FEMALE ? women : men);
    }

    private static String choose(Sex sex, String feminine, String masculine) {
        return sex == Sex.FEMALE ? feminine : masculine;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}
