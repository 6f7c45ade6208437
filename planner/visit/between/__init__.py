"""What happens between visits: sessions logged, consent given, notes written and signed."""
