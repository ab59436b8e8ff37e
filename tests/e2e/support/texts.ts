/** A short dispatch of two takes, written for the tests. */
export const sampleText = `Publié

Un pont fermé à Valdane

Le pont de Valdane est fermé à la circulation depuis mardi soir, a annoncé la préfecture. [ATLANTE - Jeanne Morel]
Le pont de Valdane est fermé depuis mardi soir après la découverte d'une fissure, a indiqué la préfecture.

Les automobilistes sont déviés par la rive gauche. Aucune date de réouverture n'est avancée.

atl/mbr

Publié

Les écoles ouvertes malgré la fermeture

Les établissements scolaires de la rive droite resteront ouverts jeudi, a précisé la mairie dans un communiqué.
`;
