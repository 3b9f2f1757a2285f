"""Small stories for the audit's tests."""

HARBOUR = """Harbour authority closes northern pier

The harbour authority closed the northern pier of Port Vella on Monday after a crane had collapsed.

Two fishing boats were towed to the shipyard. Nobody was hurt, the spokeswoman Ana Ferreira said.

Insurance experts estimate the damage at 4 million euros.
"""
HARBOUR_ELSEWHERE = """Crane collapse shuts pier in Port Vella

Experts from the insurance company estimate the damage at 4 million euros.

Ana Ferreira, the spokeswoman, said nobody was hurt. Two fishing boats were towed to the shipyard.

On Monday the harbour authority closed the northern pier of Port Vella, where a crane had collapsed.
"""
HAFEN = """Hafenbehörde schließt den nördlichen Pier

Die Hafenbehörde hat am Montag den nördlichen Pier von Port Vella geschlossen, nachdem ein Kran umgestürzt war.

Zwei Fischerboote wurden in die Werft geschleppt. Verletzt wurde niemand, sagte die Sprecherin Ana Ferreira.

Versicherungsexperten schätzen den Schaden auf 4 Millionen Euro.
"""
ORCHARD = """Frost destroys apple harvest in the valley

A late frost destroyed most of the apple harvest in the Lerma valley on Thursday night, growers said.

The cooperative expects losses of 60 percent and will ask the regional government for credit.

Bees had been flying for a week when temperatures fell to minus five degrees.
"""
