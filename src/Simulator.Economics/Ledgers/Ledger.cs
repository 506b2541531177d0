using Simulator.Primitives;

namespace Simulator.Economics.Ledgers;

/// <summary>A double-entry ledger derived from a token contract's transfers: every posting has two sides and a cause.</summary>
/// <remarks>
/// Accounts are keyed by whatever names an owner on the chain (<typeparamref name="TAccount"/>). The ledger never decides
/// anything; contract state is the truth, and <see cref="Reconcile"/> holds the two together after every block.
/// </remarks>
public sealed class Ledger<TAccount>
    where TAccount : struct, IEquatable<TAccount>
{
    private readonly Dictionary<TAccount, OpgAmount> balances = [];
    private readonly List<TAccount> touched = [];
    private long entries;

    /// <summary>Sum of all mints so far.</summary>
    public OpgAmount Minted { get; private set; }

    /// <summary>Sum of all burns so far.</summary>
    public OpgAmount Burned { get; private set; }

    public OpgAmount BalanceOf(TAccount account) => balances.GetValueOrDefault(account);

    /// <summary>Tokens that come into existence in an account.</summary>
    public Posting<TAccount> Mint(TAccount credit, OpgAmount amount, string cause)
    {
        Minted += amount;
        Credit(credit, amount);
        return new Posting<TAccount>(++entries, null, credit, amount, cause);
    }

    /// <summary>Tokens of an account that cease to exist.</summary>
    public Posting<TAccount> Burn(TAccount debit, OpgAmount amount, string cause)
    {
        Burned += amount;
        Debit(debit, amount);
        return new Posting<TAccount>(++entries, debit, null, amount, cause);
    }

    /// <summary>Tokens that change hands.</summary>
    public Posting<TAccount> Move(TAccount debit, TAccount credit, OpgAmount amount, string cause)
    {
        Debit(debit, amount);
        Credit(credit, amount);
        return new Posting<TAccount>(++entries, debit, credit, amount, cause);
    }

    /// <summary>Takes back the newest posting that stands, as a chain takes back a block; its number is free again.</summary>
    /// <exception cref="InvariantViolatedException">A newer posting stands, or the receiver has not got it any more.</exception>
    public void TakeBack(in Posting<TAccount> posting)
    {
        Invariant.That(posting.Entry == entries);
        entries--;
        if (posting.Credit is { } credit)
        {
            Debit(credit, posting.Amount);
        }
        else
        {
            Burned -= posting.Amount;
        }

        if (posting.Debit is { } debit)
        {
            Credit(debit, posting.Amount);
        }
        else
        {
            Minted -= posting.Amount;
        }
    }

    /// <summary>Compares every account touched since the last call with the contract's own balance.</summary>
    /// <exception cref="InvariantViolatedException">A balance or the supply differs: the derivation has a bug.</exception>
    public void Reconcile(Func<TAccount, OpgAmount> balanceOnChain, OpgAmount supplyOnChain)
    {
        foreach (TAccount account in touched)
        {
            Invariant.That(balances[account] == balanceOnChain(account));
        }

        touched.Clear();
        Invariant.That(Minted - Burned == supplyOnChain);
    }

    private void Credit(TAccount account, OpgAmount amount) => Set(account, BalanceOf(account) + amount);

    private void Debit(TAccount account, OpgAmount amount)
    {
        Invariant.That(BalanceOf(account) >= amount);
        Set(account, BalanceOf(account) - amount);
    }

    private void Set(TAccount account, OpgAmount balance)
    {
        balances[account] = balance;
        touched.Add(account);
    }
}
