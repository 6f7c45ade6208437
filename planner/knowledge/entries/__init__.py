"""What a row of each file of facts holds, typed: clinical, safety, interventions and the rest."""
