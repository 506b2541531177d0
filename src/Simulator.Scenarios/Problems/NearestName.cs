namespace Simulator.Scenarios.Problems;

/// <summary>Finds what the author probably meant.</summary>
internal static class NearestName
{
    private const int MaxLength = 64;

    /// <summary>
    /// The known name with the smallest edit distance, if it is near; the first in ordinal order on a tie.
    /// </summary>
    public static string? Of(string wrong, IEnumerable<string> known)
    {
        if (wrong.Length is 0 or > MaxLength)
        {
            return null;
        }

        int limit = Math.Max(1, Math.Min(3, (wrong.Length + 1) / 3));
        return known
            .Where(name => name.Length <= MaxLength)
            .Select(name => (Name: name, Distance: Distance(wrong.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= limit || IsPart(wrong, candidate.Name))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    // A shortened, lengthened or beheaded name is near although many letters differ.
    private static bool IsPart(string wrong, string name) =>
        (wrong.Length >= 3 && name.StartsWith(wrong, StringComparison.OrdinalIgnoreCase))
        || (name.Length >= 3 && wrong.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        || (wrong.Length >= 4 && name.EndsWith(wrong, StringComparison.OrdinalIgnoreCase));

    /// <summary>Optimal string alignment: insert, delete, replace, swap neighbours.</summary>
    internal static int Distance(string left, string right)
    {
        int[,] table = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Cell(table, left, right, i, j);
            }
        }

        return table[left.Length, right.Length];
    }

    private static int Cell(int[,] table, string left, string right, int i, int j)
    {
        int replace = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        int best = Math.Min(replace, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        bool isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return isSwap ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }
}
