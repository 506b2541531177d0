namespace Simulator.Chain.Execution;

/// <summary>Checks left out on purpose, to prove that the checkers outside would notice. Never set outside of such a test.</summary>
[Flags]
public enum ContractFlaws
{
    None = 0,

    /// <summary>Permit2 does not look whether a nonce was used.</summary>
    NonceReusable = 1,

    /// <summary>The upto proxy takes one unit more than was permitted, and Permit2 lets it.</summary>
    MaximumIgnored = 2,

    /// <summary>The inference hub takes any result as the answer to any request.</summary>
    ResultsUnchecked = 16,

    /// <summary>Staking counts one unit less than it took.</summary>
    StakeVanishes = 8,

    /// <summary>Every slash of a bond burns twice what it says.</summary>
    SlashBurnedTwice = 32,

    /// <summary>Whoever disputes an answer is believed without a ruling.</summary>
    AccusersBelieved = 64,

    /// <summary>The registry announces that a measurement was revoked, and leaves everything as it was.</summary>
    RevocationIgnored = 4,

    /// <summary>Channels take a refund from their balance and pay nothing.</summary>
    RefundLost = 128,

    /// <summary>The verification contract pays a bond back with the next block.</summary>
    BondReturnedEarly = 256,
}
