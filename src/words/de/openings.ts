/** Words that begin what people type with a capital letter and are neither names nor nouns, in German. */
export const openings: ReadonlySet<string> = new Set(
  `Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Es Er Wir Man Uns Unser Unsere Unseren Unserem Unserer Dieser
  Diese Dieses Diesen Diesem Jeder Jede Jedes Jeden Jedem Alle Alles Allen Beide Kein Keine Keinen Keinem Keiner Keines
  Viele Vieles Wenige Weniger Wenig Mehr Mehrere Manche Einige Etwas Nichts Niemand Jemand Nicht Nur Noch Schon Auch
  Immer Nie Oft Sehr Ganz Fast Bereits Sogar Bei Mit Ohne Für Gegen Von Vom Zu Zum Zur Aus Auf In Im Ins An Am Um Durch
  Nach Vor Über Unter Zwischen Während Bis Seit Wenn Weil Da Dass Damit Ob Obwohl Wie Wo Was Wer Warum Und Oder Aber So
  Dann Hier Dort Ist Sind War Waren Hat Haben Hatte Kann Können Könnte Muss Müssen Soll Sollte Darf Wird Werden Würde
  Braucht Brauchen Kostet Läuft Geht Gibt Macht Bringt Spart Einfach Einfacher Schnell Schneller Langsam Langsamer Teuer
  Teurer Billig Billiger Günstig Günstiger Schwer Schwerer Schwierig Schwieriger Leicht Leichter Gut Besser Schlecht
  Schlechter Neu Alt Groß Größer Klein Kleiner Hoch Höher Niedrig Niedriger Lang Länger Kurz Kürzer Bewährt Vertraut`.split(
    /\s+/,
  ),
);
