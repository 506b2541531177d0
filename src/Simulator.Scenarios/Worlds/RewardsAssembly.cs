using Simulator.Actors.Rewards;
using Simulator.Actors.Transactions;
using Simulator.Chain.Blocks;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places the treasury of a rewards programme, with enough for every epoch of the run.</summary>
internal static class RewardsAssembly
{
    public static void Add(WorldSite site, PaymentChainAssembly paymentChain)
    {
        if (site.Scenario.Rewards is not { } rewards)
        {
            return;
        }

        RewardsSettings settings = new()
        {
            Account = new TransactionAccount
            {
                Key = site.Accounts.KeyOf(RewardsTreasury.Name),
                FullNode = paymentChain.Actor,
                ChainId = Deployments.BaseChainId,
                SigningTime = SimDuration.FromMilliseconds(1),
                MaxFeePerGas = UserAssembly.UserMaxFeePerGas,
                MaxPriorityFeePerGas = UserAssembly.UserPriorityFeePerGas,
            },
            Pool = rewards.Pool,
            Epoch = rewards.Epoch,
            Until = site.Until - SimDuration.FromSeconds(30),
            Nodes =
            [
                .. site.Scenario.Nodes.SelectMany(group => Enumerable.Range(1, group.Count)
                    .Select(number => site.Accounts.AddressOf($"{group.Name}/{number}"))),
            ],
        };
        site.Builder.AddActor(
            site.Builder.AddHost(RewardsTreasury.Name), RewardsTreasury.Name, () => new RewardsTreasury(settings));
        ulong epochs = (ulong)((site.Until - SimTime.Start).Nanoseconds / rewards.Epoch.Nanoseconds) + 1;
        OpgAmount funds = new(checked(rewards.Pool.BaseUnits * epochs));
        paymentChain.Endow(new GenesisAccount(
            site.Accounts.AddressOf(RewardsTreasury.Name), funds, FacilitatorAssembly.Wei));
    }
}
