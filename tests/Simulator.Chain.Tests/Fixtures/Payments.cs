using Simulator.Chain.Blocks;
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
    public static readonly PrivateKey FacilitatorKey = PrivateKey.FromSeed("facilitator");
    public static readonly Address Facilitator = Secp256k1.AddressOf(FacilitatorKey);

    public Payments(ulong keepUsedSeconds = 0, Address bridgeAdmin = default)
    {
        World = new PaymentChain(
            PaymentChain.BaseSettings with { KeepUsedSeconds = keepUsedSeconds },
            TokenSettings.Base,
            Secp256k1Recovery.Shared);
        GenesisBlock = World.Start(new ChainGenesis(Genesis,
        [
            new GenesisAccount(Payer, OpgAmount.FromWholeOpg(100), Ether) { ApprovesPermit2 = true },
            new GenesisAccount(Other, OpgAmount.FromWholeOpg(5), Ether),
            new GenesisAccount(Facilitator, OpgAmount.Zero, Ether),
        ])
        {
            BridgeAdmin = bridgeAdmin,
        });
    }

    public static UInt128 Ether { get; } = UInt128.Parse(
        "1000000000000000000", System.Globalization.CultureInfo.InvariantCulture);

    public static UInt256 Tenth { get; } = Ether / 10;

    public PaymentChain World { get; }

    public BlockResult GenesisBlock { get; }

    public OpgToken Token => World.Token;

    public Hash32 Root => World.Chain.Machine.State.Root;

    /// <summary>A correctly signed upto payment of at most a tenth of an OPG; change it with <c>with</c>.</summary>
    public static UptoSettleCall Upto(
        UInt256 amount, ulong nonce = 1, ulong deadline = Genesis + 300, ulong validAfter = 0)
    {
        Permit2Authorization terms = new(
            Payer,
            Deployments.OpgToken,
            Tenth,
            Deployments.UptoProxy,
            nonce,
            deadline,
            new Permit2Witness(Gateway, Facilitator, validAfter));
        return Sign(new UptoSettleCall(Deployments.UptoProxy, terms, amount, []), PayerKey);
    }

    public static UptoSettleCall Sign(UptoSettleCall call, PrivateKey key) => call with
    {
        Signature = Secp256k1.Sign(Permit2TypedData.Digest(Deployments.BaseChainId, call.Authorization), key).ToArray(),
    };

    public static ExactSettleCall Exact(UInt256 amount, ulong nonce = 1, ulong deadline = Genesis + 300)
    {
        Permit2Authorization terms = new(
            Payer,
            Deployments.OpgToken,
            amount,
            Deployments.ExactProxy,
            nonce,
            deadline,
            new Permit2Witness(Gateway, null, 0UL));
        Hash32 digest = Permit2TypedData.Digest(Deployments.BaseChainId, terms);
        return new ExactSettleCall(Deployments.ExactProxy, terms, Secp256k1.Sign(digest, PayerKey).ToArray());
    }

    /// <summary>A signed transaction, read back from the bytes it is broadcast as.</summary>
    public ChainTransaction Transaction(Address sender, ContractCall call, ulong ahead = 0) =>
        TransactionAt(World.Chain.Account(sender).Nonce + ahead, sender, call);

    public ChainTransaction TransactionAt(ulong nonce, Address sender, ContractCall call)
    {
        Eip1559Transaction terms = new(
            Deployments.BaseChainId,
            nonce,
            20_000_000UL,
            100_000_000UL,
            5_000_000,
            call.Target,
            0UL,
            call.Encode(),
            []);
        byte[] raw = terms.Sign(KeyOf(sender)).Encode();
        Assert.Equal(TransactionRefusal.Unset, ChainTransaction.Read(raw, out ChainTransaction? read));
        return read!;
    }

    /// <summary>The call alone in the next block, <paramref name="after"/> seconds later.</summary>
    public TransactionReceipt Run(Address sender, ContractCall call, ulong after = 2)
    {
        BlockResult block = World.Chain.Produce(World.Chain.Head.UnixTime + after, [Transaction(sender, call)]);
        Assert.Empty(block.Refused);
        return Assert.Single(block.Receipts);
    }

    public TransactionReceipt Settle(UptoSettleCall call, ulong after = 2) => Run(Facilitator, call, after);

    public OpgAmount SumOfBalances(params IEnumerable<Address> holders) =>
        holders.Aggregate(OpgAmount.Zero, (sum, holder) => sum + Token.BalanceOf(holder));

    private static PrivateKey KeyOf(Address sender) =>
        sender == Payer ? PayerKey : sender == Other ? OtherKey : FacilitatorKey;
}
