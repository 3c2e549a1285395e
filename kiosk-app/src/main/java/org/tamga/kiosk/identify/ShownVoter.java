package org.tamga.kiosk.identify;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tamga.kiosk.i18n.Message;

/**
 * What the screen shows of the person at the table; pictures are wiped as they leave the screen.
 * Used on the UI thread.
 */
public final class ShownVoter {

    private final ReadOnlyObjectWrapper<Optional<VoterCard>> card =
            new ReadOnlyObjectWrapper<>(this, "card", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Picture>> live =
            new ReadOnlyObjectWrapper<>(this, "live", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShownRefusal>> refusal =
            new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShownAdmission>> admission =
            new ReadOnlyObjectWrapper<>(this, "admission", Optional.empty());
    private final ReadOnlyObjectWrapper<Message> evidence =
            new ReadOnlyObjectWrapper<>(this, "evidence", Message.NONE);

    public ReadOnlyObjectProperty<Optional<VoterCard>> cardProperty() {
        return card.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Picture>> liveProperty() {
        return live.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ShownRefusal>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ShownAdmission>> admissionProperty() {
        return admission.getReadOnlyProperty();
    }

    /** How the voter was found. */
    public ReadOnlyObjectProperty<Message> evidenceProperty() {
        return evidence.getReadOnlyProperty();
    }

    /** Whose it is, with the picture that was taken meanwhile. */
    void show(VoterCard voter) {
        card.set(Optional.of(voter));
        live.set(voter.livePhoto());
    }

    void foundBy(Message words) {
        evidence.set(words);
    }

    void refuse(ShownRefusal shown) {
        refusal.set(Optional.of(shown));
    }

    void admit(ShownAdmission shown) {
        admission.set(Optional.of(shown));
    }

    /** A fresh picture in the place of the one before. */
    void showLive(Picture picture) {
        Optional<Picture> before = live.get();
        live.set(Optional.of(picture));
        before.ifPresent(Picture::close);
    }

    void clear() {
        Optional<VoterCard> shown = card.get();
        Optional<Picture> seen = live.get();
        card.set(Optional.empty());
        live.set(Optional.empty());
        refusal.set(Optional.empty());
        admission.set(Optional.empty());
        evidence.set(Message.NONE);
        shown.ifPresent(VoterCard::close);
        seen.ifPresent(Picture::close);
    }
}
