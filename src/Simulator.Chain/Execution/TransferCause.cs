namespace Simulator.Chain.Execution;

/// <summary>Why token moved: what a ledger posts beside the amount. Zero is deliberately not a cause.</summary>
public enum TransferCause
{
    Unset = 0,
    Genesis = 1,
    Transfer = 2,
    TransferFrom = 3,
    Authorization = 4,
    Permit2Transfer = 5,
    ExactSettlement = 6,
    UptoSettlement = 7,
    ChannelDeposit = 8,
    ChannelSettlement = 9,
    ChannelWithdrawal = 10,
    ChannelRefund = 11,
    Stake = 12,
    Unstake = 13,
    SlashBurn = 14,
    SlashReward = 15,
    BridgeLock = 16,
    BridgeRelease = 17,
    BridgeMint = 18,
    BridgeBurn = 19,
    Emission = 20,
    Bond = 21,
    BondBurn = 22,
    BondReward = 23,
    CheckReward = 24,
    BondReturn = 25,
}
