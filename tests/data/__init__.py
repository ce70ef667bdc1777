"""Tests of storey 1: files in, snapshots out."""
