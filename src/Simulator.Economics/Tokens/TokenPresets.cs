using Simulator.Primitives;

namespace Simulator.Economics.Tokens;

/// <summary>Published token schedules.</summary>
public static class TokenPresets
{
    /// <summary>
    /// Public posts about OPG, 2025, by third parties: 1,000,000,000 fixed; ecosystem 40 % (a tenth at launch, the rest over
    /// 60 months), foundation 15 % (33.33 % at launch, the rest over 48), core contributors 15 % (12 months of cliff, then
    /// 36), airdrop 4 % at launch, staking rewards 10 % over 96. The remaining 16 % is stated nowhere: here 12 % investors
    /// with the contributors' terms and 4 % liquidity at launch, with which 188 M circulate after two months; the posts say
    /// about 190 M.
    /// </summary>
    public static readonly TokenSchedule Opg = new(
        [
            new Allocation("airdrop", Million(40), Ratio.One, 0, 0),
            new Allocation("contributors", Million(150), Ratio.Zero, 12, 36),
            new Allocation("ecosystem", Million(400), new Ratio(1, 10), 0, 60),
            new Allocation("foundation", Million(150), new Ratio(3_333, 10_000), 0, 48),
            new Allocation("investors", Million(120), Ratio.Zero, 12, 36),
            new Allocation("liquidity", Million(40), Ratio.One, 0, 0),
            new Allocation("staking_rewards", Million(100), Ratio.Zero, 0, 96),
        ],
        "staking_rewards");

    private static OpgAmount Million(ulong millions) => OpgAmount.FromWholeOpg(millions * 1_000_000);
}
