using FsCheck;
using FsCheck.Fluent;
using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Tests.Fixtures;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Blocks;

/// <summary>Laws that hold after any sequence of calls, whether they succeed or not.</summary>
public sealed class ConservationTests
{
    private static readonly Address[] Holders =
        [Payments.Payer, Payments.Other, Payments.Gateway, Payments.Facilitator, Address.Zero];

    [Fact]
    public void Balances_add_up_to_the_supply_and_transfers_explain_them() => ForAnyCalls((payments, blocks) =>
    {
        Dictionary<Address, OpgAmount> ledger = Holders.ToDictionary(holder => holder, _ => OpgAmount.Zero);
        foreach (TokenTransfer transfer in blocks.SelectMany(block => block.Transfers))
        {
            if (!transfer.From.IsZero)
            {
                ledger[transfer.From] -= transfer.Amount;
            }

            ledger[transfer.To] += transfer.Amount;
        }

        return payments.SumOfBalances(Holders) == payments.Token.TotalSupply
            && Holders.All(holder => ledger[holder] == payments.Token.BalanceOf(holder));
    });

    [Fact]
    public void Native_coin_is_only_burned_by_fees() => ForAnyCalls((payments, blocks) =>
    {
        UInt128 held = Holders.Append(PaymentChain.BaseSettings.FeeRecipient)
            .Aggregate(UInt128.Zero, (sum, holder) => sum + payments.World.Chain.Account(holder).Wei);
        return held == payments.World.Chain.NativeSupply;
    });

    [Fact]
    public void A_permit_is_settled_at_most_once() => ForAnyCalls((payments, blocks) =>
        blocks.SelectMany(block => block.Receipts)
            .Where(receipt => receipt.Succeeded && receipt.To == Deployments.UptoProxy)
            .Select(receipt => receipt.Transaction)
            .Count() <= 8);

    [Fact]
    public void Taking_all_blocks_back_and_repeating_them_gives_the_same_hashes() =>
        Prop.ForAll(Calls, seeds =>
        {
            Payments payments = new();
            List<ChainTransaction[]> offered = [.. Offer(payments, seeds)];
            List<Hash32> first = [.. offered.Select(block => Produce(payments, block).Header.Hash)];
            foreach (ChainTransaction[] _ in offered)
            {
                payments.World.Chain.UndoBlock();
            }

            bool restored = payments.World.Chain.Head == payments.GenesisBlock.Header
                && payments.Root == payments.GenesisBlock.Header.StateRoot;
            List<Hash32> second = [.. offered.Select(block => Produce(payments, block).Header.Hash)];
            return restored && first.SequenceEqual(second);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_simulation_changes_nothing() =>
        Prop.ForAll(Calls, seeds =>
        {
            Payments simulated = new();
            Payments untouched = new();
            foreach (int seed in seeds)
            {
                (Address sender, ContractCall call) = Decode(seed);
                simulated.World.Chain.Simulate(sender, call);
            }

            return simulated.World.Chain.Produce(Payments.Genesis + 2, []).Header
                == untouched.World.Chain.Produce(Payments.Genesis + 2, []).Header;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static Arbitrary<int[]> Calls => Gen.Choose(0, int.MaxValue).ArrayOf().ToArbitrary();

    private static void ForAnyCalls(Func<Payments, List<BlockResult>, bool> law) =>
        Prop.ForAll(Calls, seeds =>
        {
            Payments payments = new();
            List<BlockResult> blocks = [payments.GenesisBlock];
            blocks.AddRange(Offer(payments, seeds).Select(block => Produce(payments, block)));
            return law(payments, blocks);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static BlockResult Produce(Payments payments, ChainTransaction[] transactions) =>
        payments.World.Chain.Produce(payments.World.Chain.Head.UnixTime + 2, transactions);

    // Four to a block; nonces are counted per sender, so that most transactions are included.
    private static IEnumerable<ChainTransaction[]> Offer(Payments payments, int[] seeds)
    {
        Dictionary<Address, ulong> sent = [];
        return seeds.Chunk(4).Select(chunk => chunk.Select(seed =>
        {
            (Address sender, ContractCall call) = Decode(seed);
            ulong nonce = sent.GetValueOrDefault(sender);
            sent[sender] = nonce + 1;
            return payments.TransactionAt(nonce, sender, call);
        }).ToArray());
    }

    private static (Address Sender, ContractCall Call) Decode(int seed)
    {
        ulong amount = (ulong)(seed / 640 % 1000);
        UInt256 value = amount > 900 ? UInt256.MaxValue : (UInt256)(Payments.Ether * amount / 100);
        Address sender = Holders[seed / 8 % 3 == 2 ? 3 : seed / 8 % 3];
        Address other = Holders[seed / 32 % Holders.Length];
        return (seed % 8) switch
        {
            0 or 1 => (sender, new TransferCall(Deployments.OpgToken, other, value)),
            2 => (sender, new ApproveCall(Deployments.OpgToken, other, value)),
            3 => (sender, new TransferFromCall(Deployments.OpgToken, Payments.Payer, other, value)),
            _ => (sender, Payments.Upto(amount, nonce: (ulong)(seed / 32 % 8))),
        };
    }
}
