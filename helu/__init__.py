"""Helu: gatherings for leader groups, live on phones, on the wall and afterwards.

Reading order: domain -> activities -> content -> store -> live -> services -> phone, projector, door, ui, cli.
Imports only ever point left.
"""
