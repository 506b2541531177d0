namespace Simulator.Chain.Consensus;

/// <summary>What a validator stops waiting for. Zero is deliberately not a timeout.</summary>
public enum TimeoutKind
{
    Unset = 0,
    Propose = 1,
    Prevote = 2,
    Precommit = 3,
    Commit = 4,
}
