using Simulator.Chain.Execution;
using Simulator.Chain.Signatures;
using Simulator.Chain.Token;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Permit2;

/// <summary>
/// Uniswap's Permit2, the part that transfers by signature. Deployments.Permit2 address on every chain.
/// </summary>
public sealed class Permit2Contract : Contract
{
    private static readonly CallCatalogue Calls =
        new CallCatalogue().With(PermitTransferFromCall.Function, PermitTransferFromCall.Read);

    private readonly ISignerRecovery recovery;
    private readonly Permit2Digests digests;
    private readonly NonceBitmap nonces;
    private readonly ContractFlaws flaws;

    /// <summary>A used nonce is remembered for <c>keepNonceSeconds</c> after its permit's deadline.</summary>
    public Permit2Contract(
        ContractMachine machine, ISignerRecovery recovery, ulong keepNonceSeconds, ContractFlaws flaws = ContractFlaws.None)
        : base(machine, Deployments.Permit2)
    {
        this.recovery = recovery;
        this.flaws = flaws;
        digests = new Permit2Digests(machine.ChainId);
        nonces = new NonceBitmap(machine.State, Deployments.Permit2, keepNonceSeconds);
    }

    public Hash32 DomainSeparator => digests.DomainSeparator;

    /// <summary>Nonce words in memory; bounded by the permits whose deadline is not long past.</summary>
    public int RememberedNonceWords => nonces.Words;

    /// <summary>The view <c>nonceBitmap(owner, word)</c>.</summary>
    public UInt256 NonceBitmap(Address owner, UInt256 word) => nonces.BitsOf(owner, word);

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) =>
        Calls.Decode(Address, callData) ?? base.Decode(callData);

    public override Revert? Execute(in CallContext context, ContractCall call) => call switch
    {
        PermitWitnessTransferFromCall c => PermitWitnessTransferFrom(context, c),
        PermitTransferFromCall c => Take(
            context,
            c.Permit,
            c.To,
            c.RequestedAmount,
            c.Owner,
            digests.Transfer(c.Permit, context.Sender),
            c.Signature),
        InvalidateUnorderedNoncesCall c => Invalidate(context, c),
        NonceBitmapCall => null,
        _ => SolidityErrors.Bare(),
    };

    public override byte[]? Answer(ContractCall call) =>
        call is NonceBitmapCall c ? new AbiWriter().Number(NonceBitmap(c.Owner, c.Word)).ToArray() : null;

    public Revert? PermitWitnessTransferFrom(in CallContext context, PermitWitnessTransferFromCall call)
    {
        PermittedTransfer permit = new(call.Token, call.Amount, call.Nonce, call.Deadline);
        Hash32 digest = digests.WitnessTransfer(permit, context.Sender, call.WitnessHash, call.WitnessTypeString);
        return Take(context, permit, call.To, call.RequestedAmount, call.Owner, digest, call.Signature);
    }

    /// <summary>Takes the whole permitted amount for the calling contract, under a witness of its own.</summary>
    internal Revert? Take(
        in CallContext context,
        PermittedTransfer permit,
        Address to,
        Address owner,
        Hash32 witness,
        string witnessTypeString,
        byte[] proof)
    {
        Hash32 digest = digests.WitnessTransfer(permit, context.Sender, witness, witnessTypeString);
        return Take(context, permit, to, permit.Amount, owner, digest, proof);
    }

    /// <summary>Duty of every block: forgets nonces nobody can use any more.</summary>
    internal override void BeginBlock(in BlockContext block) => nonces.Prune(block.UnixTime);

    // The order of the checks is the contract's: deadline, amount, nonce, signature, transfer.
    private Revert? Take(
        in CallContext context,
        PermittedTransfer permit,
        Address to,
        UInt256 requested,
        Address owner,
        Hash32 digest,
        byte[] proof)
    {
        if ((UInt256)context.Block.UnixTime > permit.Deadline)
        {
            return new Revert(Permit2Errors.SignatureExpired, permit.Deadline);
        }

        if (requested > permit.Amount && !flaws.HasFlag(ContractFlaws.MaximumIgnored))
        {
            return new Revert(Permit2Errors.InvalidAmount, permit.Amount);
        }

        if (!nonces.TryUse(owner, permit.Nonce, permit.Deadline) && !flaws.HasFlag(ContractFlaws.NonceReusable))
        {
            return new Revert(Permit2Errors.InvalidNonce);
        }

        return CheckSignature(owner, digest, proof)
            ?? TransferFrom(context.For(TransferCause.Permit2Transfer), permit.Token, owner, to, requested);
    }

    private Revert? CheckSignature(Address owner, Hash32 digest, byte[] proof)
    {
        if (Machine.Find(owner) is { } wallet)
        {
            return CheckContractSignature(wallet, digest, proof);
        }

        if (!EthereumSignature.TryParse(proof, out EthereumSignature signature))
        {
            return new Revert(Permit2Errors.InvalidSignatureLength);
        }

        if (!recovery.TryRecover(digest, signature, out Address signer))
        {
            return new Revert(Permit2Errors.InvalidSignature);
        }

        return signer == owner ? null : new Revert(Permit2Errors.InvalidSigner);
    }

    private static Revert? CheckContractSignature(Contract wallet, Hash32 digest, byte[] proof)
    {
        if (wallet is not IErc1271 verifier)
        {
            return SolidityErrors.Bare();
        }

        return verifier.IsValidSignature(digest, proof) == IErc1271.MagicValue
            ? null
            : new Revert(Permit2Errors.InvalidContractSignature);
    }

    // The transfer library checks only that nothing was refused: an address without code refuses nothing.
    private Revert? TransferFrom(in CallContext context, Address token, Address from, Address to, UInt256 amount)
    {
        if (Machine.Find(token) is not { } contract)
        {
            return null;
        }

        Revert? inner = contract is IErc20 erc20
            ? erc20.TransferFrom(context.From(Address), from, to, amount)
            : SolidityErrors.Bare();
        return inner is null ? null : SolidityErrors.Message(Permit2Errors.TransferFailed) with { Inner = inner };
    }

    private Revert? Invalidate(in CallContext context, InvalidateUnorderedNoncesCall call)
    {
        nonces.Invalidate(context.Sender, call.Word, call.Mask);
        Emit(new UnorderedNonceInvalidation(context.Sender, call.Word, call.Mask));
        return null;
    }
}
