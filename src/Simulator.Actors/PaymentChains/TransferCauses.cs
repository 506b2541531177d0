using System.Text;
using Simulator.Chain.Execution;

namespace Simulator.Actors.PaymentChains;

/// <summary>Causes of transfers as records and tables write them: lower case with underscores.</summary>
internal static class TransferCauses
{
    private static readonly SortedDictionary<TransferCause, string> Names =
        new(Enum.GetValues<TransferCause>().ToDictionary(cause => cause, cause => Underscored(cause.ToString())));

    public static string NameOf(TransferCause cause) => Names[cause];

    private static string Underscored(string name)
    {
        StringBuilder text = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
