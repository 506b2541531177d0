using Simulator.Chain.Execution;
using Simulator.Chain.Signatures;
using Simulator.Chain.State;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

/// <summary>
/// The OPG token: ERC-20 with the checks and errors of OpenZeppelin 5, EIP-2612 permits, EIP-3009 authorizations.
/// </summary>
/// <remarks>
/// Balances are at most 2¹²⁸−1 and so is the supply; allowances are full uint256, and the largest one is never
/// consumed.
/// Minting and burning is for genesis, bridge, staking and emission, never a call from outside.
/// </remarks>
public sealed class OpgToken : Contract, IErc20
{
    private static readonly CallCatalogue Calls =
        new CallCatalogue().With(CancelAuthorizationCall.Function, CancelAuthorizationCall.Read);

    private readonly StateTable<Address, OpgAmount> balances;
    private readonly StateTable<(Address Owner, Address Spender), UInt256> allowances;
    private readonly StateCell<OpgAmount> minted;
    private readonly StateCell<OpgAmount> burned;
    private readonly TokenDigests digests;
    private readonly PermitRules permits;
    private readonly AuthorizationRules authorizations;

    public OpgToken(ContractMachine machine, TokenSettings settings, ISignerRecovery recovery, ulong keepUsedSeconds)
        : base(machine, settings.Address)
    {
        Settings = settings;
        digests = new TokenDigests(settings, machine.ChainId);
        balances = machine.State.Table<Address, OpgAmount>(
            Address, 0, static (w, holder) => w.Address(holder), static (w, amount) => w.UInt128(amount.BaseUnits));
        allowances = machine.State.Table<(Address Owner, Address Spender), UInt256>(
            Address, 1, WritePair, static (w, amount) => w.UInt256(amount));
        minted = machine.State.Cell<OpgAmount>(Address, 2, static (w, amount) => w.UInt128(amount.BaseUnits));
        burned = machine.State.Cell<OpgAmount>(Address, 3, static (w, amount) => w.UInt128(amount.BaseUnits));
        permits = new PermitRules(machine.State, Address, digests, recovery);
        authorizations = new AuthorizationRules(machine.State, Address, digests, recovery, keepUsedSeconds);
    }

    public TokenSettings Settings { get; }

    public OpgAmount Minted => minted.Value;

    public OpgAmount Burned => burned.Value;

    /// <summary>Minted − burned; always the sum of all balances.</summary>
    public OpgAmount TotalSupply => Minted - Burned;

    public OpgAmount BalanceOf(Address holder) => balances[holder];

    public UInt256 Allowance(Address owner, Address spender) => allowances[(owner, spender)];

    /// <summary>The EIP-2612 nonce the owner's next permit must carry.</summary>
    public UInt256 Nonces(Address owner) => permits.NonceOf(owner);

    /// <summary>
    /// EIP-3009 <c>authorizationState</c>: used or cancelled, and not yet forgotten after its expiry.
    /// </summary>
    public bool IsAuthorizationUsed(Address authorizer, Hash32 nonce) => authorizations.IsUsed(authorizer, nonce);

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) =>
        Calls.Decode(Address, callData) ?? base.Decode(callData);

    public override Revert? Execute(in CallContext context, ContractCall call) => call switch
    {
        TransferCall c => Transfer(context, c.To, c.Amount),
        TransferFromCall c => TransferFrom(context, c.From, c.To, c.Amount),
        ApproveCall c => Approve(context.Sender, c.Spender, c.Amount),
        PermitCall c => Permit(context, c),
        TransferWithAuthorizationCall c =>
            Authorized(context, c.Authorization, c.Signature, digests.Transfer(c.Authorization)),
        ReceiveWithAuthorizationCall c => ReceiveWithAuthorization(context, c.Authorization, c.Signature),
        CancelAuthorizationCall c => Cancel(c),
        BalanceOfCall or AllowanceCall or PermitNoncesCall or AuthorizationStateCall => null,
        _ => SolidityErrors.Bare(),
    };

    public override byte[]? Answer(ContractCall call) => call switch
    {
        BalanceOfCall c => new AbiWriter().Number(BalanceOf(c.Owner).BaseUnits).ToArray(),
        AllowanceCall c => new AbiWriter().Number(Allowance(c.Owner, c.Spender)).ToArray(),
        PermitNoncesCall c => new AbiWriter().Number(Nonces(c.Owner)).ToArray(),
        AuthorizationStateCall c => new AbiWriter().Boolean(IsAuthorizationUsed(c.Authorizer, c.Nonce)).ToArray(),
        _ => null,
    };

    public Revert? Transfer(in CallContext context, Address to, UInt256 value) =>
        Move(context.For(TransferCause.Transfer), context.Sender, to, value);

    /// <summary>Spends the caller's allowance first and moves the amount then, as OpenZeppelin does.</summary>
    public Revert? TransferFrom(in CallContext context, Address from, Address to, UInt256 value) =>
        SpendAllowance(from, context.Sender, value) ?? Move(context.For(TransferCause.TransferFrom), from, to, value);

    public Revert? Approve(Address owner, Address spender, UInt256 value)
    {
        if (owner.IsZero)
        {
            return new Revert(TokenErrors.InvalidApprover);
        }

        if (spender.IsZero)
        {
            return new Revert(TokenErrors.InvalidSpender);
        }

        allowances[(owner, spender)] = value;
        Emit(new Approved(owner, spender, value));
        return null;
    }

    public Revert? Permit(in CallContext context, PermitCall permit) =>
        permits.Use(context.Block, permit) ?? Approve(permit.Owner, permit.Spender, permit.Value);

    public Revert? ReceiveWithAuthorization(in CallContext context, TransferAuthorization terms, byte[] proof) =>
        terms.To != context.Sender
            ? SolidityErrors.Message(TokenErrors.CallerNotPayee)
            : Authorized(context, terms, proof, digests.Receive(terms));

    /// <summary>Creates token. Only other contracts of the chain's own code and genesis reach this.</summary>
    internal void Mint(Address to, OpgAmount amount, TransferCause cause)
    {
        Invariant.That(!to.IsZero);
        balances[to] += amount;
        minted.Value += amount;
        Record(Address.Zero, to, amount, cause);
    }

    /// <summary>As <see cref="Mint"/> for an amount and holder a caller chose.</summary>
    internal Revert? TryMint(Address to, UInt256 value, TransferCause cause)
    {
        if (to.IsZero)
        {
            return new Revert(TokenErrors.InvalidReceiver);
        }

        if (!value.TryToAmount(out OpgAmount amount) || amount.BaseUnits > UInt128.MaxValue - Minted.BaseUnits)
        {
            return SolidityErrors.Overflow();
        }

        Mint(to, amount, cause);
        return null;
    }

    /// <summary>Destroys token of a holder that the calling contract has checked to own it.</summary>
    internal void Burn(Address from, OpgAmount amount, TransferCause cause)
    {
        Invariant.That(balances[from] >= amount);
        balances[from] -= amount;
        burned.Value += amount;
        Record(from, Address.Zero, amount, cause);
    }

    /// <summary>Duty of every block: forgets authorizations whose time is over.</summary>
    internal override void BeginBlock(in BlockContext block) => authorizations.Prune(block.UnixTime);

    private static void WritePair(SlotWriter writer, (Address Owner, Address Spender) pair)
    {
        writer.Address(pair.Owner);
        writer.Address(pair.Spender);
    }

    private Revert? SpendAllowance(Address owner, Address spender, UInt256 value)
    {
        UInt256 allowance = allowances[(owner, spender)];
        if (allowance == UInt256.MaxValue)
        {
            return null;
        }

        if (allowance < value)
        {
            return TokenErrors.Allowance(spender, allowance, value);
        }

        allowances[(owner, spender)] = allowance - value;
        return null;
    }

    private Revert? Authorized(in CallContext context, TransferAuthorization terms, byte[] proof, Hash32 digest)
    {
        if (authorizations.Use(context.Block, terms, proof, digest) is { } refused)
        {
            return refused;
        }

        Emit(new AuthorizationUsed(terms.From, terms.Nonce));
        return Move(context.For(TransferCause.Authorization), terms.From, terms.To, terms.Value);
    }

    private Revert? Cancel(CancelAuthorizationCall call)
    {
        if (authorizations.Cancel(call) is { } refused)
        {
            return refused;
        }

        Emit(new AuthorizationCanceled(call.Authorizer, call.Nonce));
        return null;
    }

    private Revert? Move(in CallContext context, Address from, Address to, UInt256 value)
    {
        if (from.IsZero)
        {
            return new Revert(TokenErrors.InvalidSender);
        }

        if (to.IsZero)
        {
            return new Revert(TokenErrors.InvalidReceiver);
        }

        if (!value.TryToAmount(out OpgAmount amount) || balances[from] < amount)
        {
            return TokenErrors.Balance(from, balances[from], value);
        }

        balances[from] -= amount;
        balances[to] += amount;
        Record(from, to, amount, context.Cause);
        return null;
    }

    private void Record(Address from, Address to, OpgAmount amount, TransferCause cause)
    {
        Emit(new Transferred(from, to, amount.ToWord()));
        Machine.RecordTransfer(Address, from, to, amount, cause);
    }
}
