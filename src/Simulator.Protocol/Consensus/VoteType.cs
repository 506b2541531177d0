namespace Simulator.Protocol.Consensus;

/// <summary>The two votes of a round, numbered as in CometBFT. Zero is deliberately not a vote.</summary>
public enum VoteType
{
    Unset = 0,
    Prevote = 1,
    Precommit = 2,
}
