package org.tamga.devices.document.mrz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tamga.devices.document.mrz.Zone.Span;

/** Which parts of a zone cannot be right, and what readers may have mistaken in them. */
final class ZoneCheck {
    private ZoneCheck() {}

    static List<MrzDoubt> doubts(Zone zone, Layout layout, LocalDate today) {
        List<MrzDoubt> doubts = new ArrayList<>();
        for (Part part : layout.parts()) {
            // A misread character also upsets the composite digit: that is no second mistake.
            boolean onlyFollows = part.field() == MrzField.COMPOSITE && !doubts.isEmpty();
            if (!onlyFollows) {
                kind(zone, part, today)
                        .map(kind -> doubt(zone, part, kind, today))
                        .ifPresent(doubts::add);
            }
        }
        return doubts;
    }

    private static Optional<MrzDoubt.Kind> kind(Zone zone, Part part, LocalDate today) {
        if (!part.charactersFit(zone)) {
            return Optional.of(MrzDoubt.Kind.WRONG_CHARACTER);
        }
        if (!part.checkDigitFits(zone)) {
            return Optional.of(MrzDoubt.Kind.WRONG_CHECK_DIGIT);
        }
        return dateFits(zone, part, today)
                ? Optional.empty()
                : Optional.of(MrzDoubt.Kind.NO_SUCH_DATE);
    }

    private static boolean dateFits(Zone zone, Part part, LocalDate today) {
        String text = zone.text(part.data());
        return switch (part.field()) {
            case BIRTH_DATE ->
                    MrzDates.partlyUnknown(text) || MrzDates.birth(text, today).isPresent();
            case EXPIRY_DATE -> MrzDates.expiry(text, today).isPresent();
            case DOCUMENT_CODE,
                    ISSUING_STATE,
                    NAME,
                    DOCUMENT_NUMBER,
                    SEX,
                    NATIONALITY,
                    OPTIONAL_DATA,
                    COMPOSITE ->
                    true;
        };
    }

    private static MrzDoubt doubt(Zone zone, Part part, MrzDoubt.Kind kind, LocalDate today) {
        // Another part may be wrong too: then no change here can please the composite digit.
        Predicate<Zone> partFits = changed -> kind(changed, part, today).isEmpty();
        List<List<Substitution>> fitting =
                Confusions.thatFit(
                        zone,
                        part,
                        partFits,
                        changed -> compositeFits(changed, Layout.of(changed)));
        Span first = part.data().getFirst();
        boolean composite = part.field() == MrzField.COMPOSITE;
        Span place = composite && part.check() != null ? part.check() : first;
        String text = zone.text(part.data());
        String told = part.check() == null ? "" : zone.text(part.check());
        return new MrzDoubt(
                part.field(),
                kind,
                place.line() + 1,
                place.from() + 1,
                composite ? told : text + told,
                part.check() == null ? ' ' : CheckDigits.of(text),
                fitting);
    }

    private static boolean compositeFits(Zone zone, Layout layout) {
        return layout.composite() == null || layout.composite().checkDigitFits(zone);
    }
}
