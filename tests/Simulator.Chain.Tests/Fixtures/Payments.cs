using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Chain.Proxies;
using Simulator.Chain.Signatures;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Tests.Fixtures;

/// <summary>A payment chain with one rich payer, a gateway that is paid and a facilitator that settles.</summary>
internal sealed class Payments
{
    public const ulong Genesis = 1_770_000_000;

    public static readonly PrivateKey PayerKey = PrivateKey.FromSeed("payer");
    public static readonly PrivateKey OtherKey = PrivateKey.FromSeed("other");
    public static readonly Address Payer = Secp256k1.AddressOf(PayerKey);
    public static readonly Address Other = Secp256k1.AddressOf(OtherKey);
    public static readonly Address Gateway = Deployments.GatewayPayee;
    public static readonly Address Facilitator = Secp256k1.AddressOf(PrivateKey.FromSeed("facilitator"));

    private ulong hashes;

    public Payments(ulong keepUsedSeconds = 0)
    {
        World = new PaymentChain(
            PaymentChain.BaseSettings with { KeepUsedSeconds = keepUsedSeconds }, TokenSettings.Base, Secp256k1Recovery.Shared);
        GenesisBlock = World.Start(new ChainGenesis(Genesis,
        [
            new GenesisAccount(Payer, OpgAmount.FromWholeOpg(100), Ether) { ApprovesPermit2 = true },
            new GenesisAccount(Other, OpgAmount.FromWholeOpg(5), Ether),
            new GenesisAccount(Facilitator, OpgAmount.Zero, Ether),
        ]));
    }

    public static UInt128 Ether { get; } = UInt128.Parse("1000000000000000000", System.Globalization.CultureInfo.InvariantCulture);

    public static UInt256 Tenth { get; } = Ether / 10;

    public PaymentChain World { get; }

    public BlockResult GenesisBlock { get; }

    public OpgToken Token => World.Token;

    public Hash32 Root => World.Chain.Machine.State.Root;

    /// <summary>A correctly signed upto payment of at most a tenth of an OPG; change it with <c>with</c>.</summary>
    public static UptoSettle Upto(UInt256 amount, ulong nonce = 1, ulong deadline = Genesis + 300, ulong validAfter = 0)
    {
        PermittedTransfer permit = new(Deployments.OpgToken, Tenth, nonce, deadline);
        UptoWitness witness = new(Gateway, Facilitator, validAfter);
        return Sign(new UptoSettle(permit, amount, Payer, witness, []), PayerKey);
    }

    public static UptoSettle Sign(UptoSettle call, PrivateKey key)
    {
        Permit2Witness witness = new(call.Witness.To, call.Witness.Facilitator, call.Witness.ValidAfter);
        return call with { Proof = Secp256k1.Sign(Digest(call.Permit, Deployments.UptoProxy, witness), key).ToArray() };
    }

    public static ExactSettle Exact(UInt256 amount, ulong nonce = 1, ulong deadline = Genesis + 300)
    {
        PermittedTransfer permit = new(Deployments.OpgToken, amount, nonce, deadline);
        Hash32 digest = Digest(permit, Deployments.ExactProxy, new Permit2Witness(Gateway, null, 0UL));
        return new ExactSettle(permit, Payer, new ExactWitness(Gateway, 0UL), Secp256k1.Sign(digest, PayerKey).ToArray());
    }

    public ChainTransaction Transaction(Address sender, Address to, ContractCall? call, ulong ahead = 0) => new()
    {
        Hash = Keccak256.HashText($"transaction {hashes++}"),
        Sender = sender,
        ChainId = Deployments.BaseChainId,
        Nonce = World.Chain.Account(sender).Nonce + ahead,
        MaxFeePerGas = 100_000_000,
        MaxPriorityFeePerGas = 20_000_000,
        GasLimit = 5_000_000,
        To = to,
        Call = call,
    };

    /// <summary>The call alone in the next block, <paramref name="after"/> seconds later.</summary>
    public TransactionReceipt Run(Address sender, Address to, ContractCall call, ulong after = 2)
    {
        BlockResult block = World.Chain.Produce(World.Chain.Head.UnixTime + after, [Transaction(sender, to, call)]);
        Assert.Empty(block.Refused);
        return Assert.Single(block.Receipts);
    }

    public TransactionReceipt Settle(UptoSettle call, ulong after = 2) => Run(Facilitator, Deployments.UptoProxy, call, after);

    public OpgAmount SumOfBalances(params IEnumerable<Address> holders) =>
        holders.Aggregate(OpgAmount.Zero, (sum, holder) => sum + Token.BalanceOf(holder));

    private static Hash32 Digest(PermittedTransfer permit, Address spender, Permit2Witness witness) =>
        Permit2TypedData.Digest(Deployments.BaseChainId, new Permit2Authorization(
            Payer, permit.Token, permit.Amount, spender, permit.Nonce, permit.Deadline, witness));
}
